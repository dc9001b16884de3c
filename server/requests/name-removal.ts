import 'server-only'
import type { Actor } from '#domain/people.ts'
import { isBehind } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import { tellOfNote } from '../notifications/of-notes.ts'
import { contentOf, REVISION_CONTENT } from '../stories/content.ts'
import type { StoryStanding } from '../stories/lock.ts'
import { tellOpenEditors } from '../stories/notes.ts'
import { storeContent } from '../stories/save.ts'

/**
 * A name that stands in the words of a story: a new version is begun, if none is on its way, with a note that must be settled before
 * that version can be approved. Readers see the change when it is published. The caller holds the story's lock and asked the policy.
 */
export async function askForNameRemoval(tx: Tx, actor: Actor, story: StoryStanding, body: string): Promise<void> {
  const revisionId = isBehind({ state: story.state, live: true }) ? story.workingRevisionId : await newVersion(tx, actor, story)
  if (revisionId === null) throw new Refusal('There is no such revision of this story.')
  const { id } = await tx.note.create({ data: { storyId: story.id, revisionId, authorId: actor.userId, body, blocking: true }, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'note.added', storyId: story.id, revisionId, subjectId: id, data: { blocking: true } })
  await tellOfNote(tx, { byId: actor.userId, story, threadId: id, mentions: [], blocking: true })
  await tellOpenEditors(tx, story.id)
}

async function newVersion(tx: Tx, actor: Actor, story: StoryStanding): Promise<string | null> {
  if (story.liveRevisionId === null) return null
  const live = await tx.revision.findUniqueOrThrow({ where: { id: story.liveRevisionId }, select: REVISION_CONTENT })
  return (await storeContent(tx, { actor, writers: [] }, story, contentOf(live))).revisionId
}
