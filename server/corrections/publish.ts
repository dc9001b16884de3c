import 'server-only'
import type { CorrectionKind } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import { tellAuthors } from '../notifications/of-stories.ts'
import { noteChecks } from '../opt-out/checks.ts'
import { tags } from '../stories/cache.ts'
import { liveTags } from '../stories/live.ts'
import { allowOn, refuseFormerAuthor, type StoryStanding } from '../stories/lock.ts'

export type NewCorrection = { kind: CorrectionKind; text: string; replacesId?: string | null }

/** Refuses a note that does not stand on this story before readers, as the one to be replaced. */
export async function refuseWrongReplaced(tx: Tx, storyId: string, replacesId: string): Promise<void> {
  const replaced = await tx.correction.findFirst({ where: { id: replacesId, storyId, publishedAt: { not: null } }, select: { replacements: { where: { publishedAt: { not: null } }, select: { id: true } } } })
  if (replaced === null) throw new Refusal('There is no such note on this story.', 'replacesId')
  if (replaced.replacements.length > 0) throw new Refusal('Another note took the place of that one already.', 'replacesId')
}

/** Whether somebody may have the last word on a note on this story: as on a revision of it. Throws a Refusal. */
export async function allowPublishing(tx: Tx, actor: Actor, story: StoryStanding): Promise<void> {
  await allowOn(tx, actor, 'publishCorrection', story)
  await refuseFormerAuthor(tx, actor, story.id)
}

/**
 * Whether this text on a story may stand before readers outside of its revisions, as a note or (`as`) something else of a form's field: no story's
 * publish checks see it. Throws a Refusal.
 */
export async function allowText(tx: Tx, storyId: string, text: string, as?: { where: string; field: string }): Promise<void> {
  const unmet = await noteChecks(tx, storyId, text, as?.where)
  if (unmet.length > 0) throw new Refusal(unmet.map(({ message }) => ({ message, ...(as === undefined ? {} : { field: as.field }) })))
}

/**
 * Writes a note that readers see from now on. The caller holds the story's lock; whether the actor may is asked here. `revisionId`: the
 * revision that readers see with it. Answers the note's id and the tags that it touched. Throws a Refusal.
 */
export async function publishNewCorrection(tx: Tx, actor: Actor, story: StoryStanding, revisionId: string, { kind, text, replacesId = null }: NewCorrection): Promise<{ id: string; tags: string[] }> {
  await allowPublishing(tx, actor, story)
  await allowText(tx, story.id, text)
  if (replacesId !== null) await refuseWrongReplaced(tx, story.id, replacesId)
  return writeCorrection(tx, actor, { story, revisionId, kind, text, replacesId, byId: actor.userId, now: timeNow() })
}

/** The writing alone, for whom it was settled before that they may. `actor` null: a plan is carried out, made by `byId`. */
export async function writeCorrection(tx: Tx, actor: Actor | null, note: NewCorrection & { story: StoryStanding; revisionId: string; byId: string; now: Date }): Promise<{ id: string; tags: string[] }> {
  const { story, revisionId, kind, text, replacesId = null, byId, now } = note
  const storyId = story.id
  const { id } = await tx.correction.create({ data: { storyId, kind, text, replacesId, proposedById: byId, publishedById: byId, publishedAt: now, revisionId }, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'correction.published', storyId, revisionId, subjectId: id, data: { kind, ...(replacesId === null ? {} : { replaces: replacesId }) } })
  await tellAuthors(tx, 'story.corrected', { byId, story })
  return { id, tags: await correctionTags(tx, storyId) }
}

/** What a note on a live story changes for readers. */
export async function correctionTags(tx: Tx, storyId: string): Promise<string[]> {
  return [...(await liveTags(tx, storyId)), tags.corrections()]
}
