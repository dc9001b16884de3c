import 'server-only'
import { STARTER_NAMES, STARTERS, type Starter } from '#domain/pages/starters.ts'
import { db } from '#server/db.ts'
import { approveRevision, publishRevision, sendOn, submitStory } from '#server/stories/moves.ts'
import { createPage } from '#server/stories/new-page.ts'
import { resolveNote } from '#server/stories/notes.ts'
import type { Cast } from './demo-stories.ts'
import { done } from './done.ts'

const NEWSROOM = 'newsroom@demo.fourth-period.test'

/** The pages that tell of the demo paper, each begun with its starter text, read, and taken through the review. */
export async function seedPages(cast: Cast): Promise<void> {
  for (const starter of STARTERS) await seedPage(starter, cast)
}

async function seedPage(starter: Starter, { editor, adviser }: Cast): Promise<void> {
  const name = STARTER_NAMES[starter]
  const { storyId, revisionId } = done(name, await createPage(editor, { starter, contact: NEWSROOM }))
  const notes = await db().note.findMany({ where: { storyId }, select: { id: true } })
  for (const { id } of notes) done(name, await resolveNote(editor, { noteId: id }))
  done(name, await submitStory(editor, { storyId, revisionId }))
  done(name, await sendOn(editor, { storyId, revisionId }))
  done(name, await approveRevision(adviser, { storyId, revisionId }))
  done(name, await publishRevision(editor, { storyId, revisionId }))
}
