import 'server-only'
import { changeProblem, noteOf, type ChangeKind, type LiveChange } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import { recordEvent, type AuditKind } from '../audit/record.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import type { StoryStanding } from '../stories/lock.ts'
import { publishNewCorrection } from './publish.ts'

const SAID: Record<ChangeKind, AuditKind> = { CORRECTION: 'story.corrected', UPDATE: 'story.updated', TYPO: 'story.typoFixed' }

/**
 * Part of publishing: of a story that readers see already, it must be said what its new version is. Kept in the audit trail with the
 * revision; a note for readers goes live with it, and takes the last word that any note takes. Answers the tags that it touched
 * besides those of the publication. Throws a Refusal.
 */
export async function sayChange(tx: Tx, actor: Actor, story: StoryStanding, { revisionId, change }: { revisionId: string; change?: LiveChange }): Promise<string[]> {
  const wasLive = story.liveRevisionId !== null
  const problem = changeProblem(change, wasLive)
  if (problem !== null) throw new Refusal([problem])
  if (!wasLive || change === undefined) return []
  const note = noteOf(change)
  const published = note === null ? null : await publishNewCorrection(tx, actor, story, revisionId, note)
  await recordEvent(tx, { actor, kind: SAID[change.kind], storyId: story.id, revisionId, ...(published === null ? {} : { subjectId: published.id }) })
  return published?.tags ?? []
}
