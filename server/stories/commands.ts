import 'server-only'
import { EMPTY_DOCUMENT } from '#domain/document/schema.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { StoryContent } from '#domain/story.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { checkReferences, cutRevision, tidied } from './revisions.ts'

const EMPTY: StoryContent = { headline: '', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null, body: EMPTY_DOCUMENT }

/**
 * Starts a story as a draft of the actor's, signed by them unless `content` names other bylines. `notes` become open
 * blocking notes on it, so that nothing known to be missing is forgotten.
 */
export function createStory(actor: Actor, input: { content?: StoryContent; notes?: string[] } = {}): Promise<CommandResult<{ storyId: string; revisionId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const verdict = decide((await actorNow(tx, actor)).role, 'createStory')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      const content = tidied(input.content ?? (await signedBy(tx, actor)))
      await checkReferences(tx, content)
      const story = await tx.story.create({ data: { createdById: actor.userId }, select: { id: true } })
      const revisionId = await cutRevision(tx, actor, story.id, 1, content)
      await tx.story.update({ where: { id: story.id }, data: { workingRevisionId: revisionId }, select: { id: true } })
      const notes = (input.notes ?? []).map((body) => ({ storyId: story.id, revisionId, authorId: actor.userId, body, blocking: true }))
      await tx.note.createMany({ data: notes })
      await recordEvent(tx, { actor, kind: 'story.created', storyId: story.id, revisionId })
      return { ok: true, tags: [], storyId: story.id, revisionId }
    }),
  )
}

async function signedBy(tx: Tx, actor: Actor): Promise<StoryContent> {
  const membership = await tx.membership.findFirst({ where: { staffId: actor.staffId }, orderBy: { schoolYear: 'desc' }, select: { position: true } })
  return { ...EMPTY, bylines: [{ staffId: actor.staffId, name: null, credit: membership?.position ?? '' }] }
}
