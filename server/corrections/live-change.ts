import 'server-only'
import { changeProblem, noteOf, type ChangeKind, type LiveChange } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import { recordEvent, type AuditKind } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import { noteChecks } from '../opt-out/checks.ts'
import type { StoryStanding } from '../stories/lock.ts'
import { allowPublishing, allowText, writeCorrection } from './publish.ts'

const SAID: Record<ChangeKind, AuditKind> = { CORRECTION: 'story.corrected', UPDATE: 'story.updated', TYPO: 'story.typoFixed' }

/**
 * Part of publishing: of a story that readers see already, it must be said what its new version is. Kept in the audit trail with the
 * revision; a note for readers goes live with it, and takes the last word that any note takes. Answers the tags that it touched
 * besides those of the publication. Throws a Refusal.
 */
export async function sayChange(tx: Tx, actor: Actor, story: StoryStanding, { revisionId, change }: { revisionId: string; change?: LiveChange }): Promise<string[]> {
  const asked = await plannedChange(tx, actor, story, change)
  return asked === null ? [] : goLive(tx, actor, { story, revisionId, change: asked, byId: actor.userId, now: timeNow() })
}

/**
 * What somebody says of a new version that is to go live, now or at a planned minute, once they may say it: a note for readers takes the
 * last word that any note takes. null: readers see no version yet. Throws a Refusal.
 */
export async function plannedChange(tx: Tx, actor: Actor, story: StoryStanding, change: LiveChange | undefined): Promise<LiveChange | null> {
  const wasLive = story.liveRevisionId !== null
  const problem = changeProblem(change, wasLive)
  if (problem !== null) throw new Refusal([problem])
  if (!wasLive || change === undefined) return null
  const note = noteOf(change)
  if (note !== null) {
    await allowPublishing(tx, actor, story)
    await allowText(tx, story.id, note.text)
  }
  return change
}

/** What keeps what was said with a plan from going live at its minute, as sentences: names that came onto the opt-out list since. */
export async function inTheWayOfChange(tx: Tx, storyId: string, change: LiveChange | undefined): Promise<string[]> {
  const note = change === undefined ? null : noteOf(change)
  return note === null ? [] : (await noteChecks(tx, storyId, note.text)).map(({ message }) => message)
}

/** Part of a planned publication: what was said with the plan goes live with it, as the word of `byId`, who planned it. Answers its tags. */
export async function carryOutChange(tx: Tx, story: StoryStanding, on: { revisionId: string; change: LiveChange | undefined; byId: string; now: Date }): Promise<string[]> {
  const { change } = on
  return change === undefined || story.liveRevisionId === null ? [] : goLive(tx, null, { ...on, story, change })
}

async function goLive(tx: Tx, actor: Actor | null, { story, revisionId, change, byId, now }: { story: StoryStanding; revisionId: string; change: LiveChange; byId: string; now: Date }): Promise<string[]> {
  const note = noteOf(change)
  const published = note === null ? null : await writeCorrection(tx, actor, { ...note, story, revisionId, byId, now })
  await recordEvent(tx, { actor, kind: SAID[change.kind], storyId: story.id, revisionId, ...(published === null ? {} : { subjectId: published.id }) })
  return published?.tags ?? []
}
