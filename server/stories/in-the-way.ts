import 'server-only'
import { writersChecks } from '#domain/publish-checks.ts'
import type { Problem } from '#domain/result.ts'
import { moveRow, type Move } from '#domain/workflow.ts'
import type { Tx } from '../db.ts'
import { revisionChecks } from './checks.ts'
import type { StoryStanding } from './lock.ts'
import { momentWords } from './timing/plans.ts'

/**
 * What keeps a move of this revision from being made, besides rights and state: text that is not stored, an embargo, unmet publish
 * checks. By hand and at a planned minute the same is asked.
 */
export async function inTheWayOf(tx: Tx, name: Move, story: StoryStanding, revisionId: string, now: Date): Promise<Problem[]> {
  // What stands in the shared document but cannot be a revision would be left out of the decision without a word.
  const shared = await tx.sharedDraft.findUnique({ where: { storyId: story.id }, select: { problem: true } })
  if (shared?.problem != null) return [{ message: `Not all of the text is saved yet. ${shared.problem}` }]
  const embargo = name === 'publish' ? await underEmbargo(tx, story, now, now) : null
  if (embargo !== null) return [embargo]
  const { checks } = moveRow(name)
  if (checks === 'none') return []
  const unmet = await revisionChecks(tx, story.id, revisionId)
  return checks === 'writers' ? writersChecks(unmet) : unmet
}

/** That the story may not be out at `at` yet; null where it may. No role is exempt. */
export async function underEmbargo(tx: Tx, { embargoUntil }: StoryStanding, at: Date, now: Date): Promise<Problem | null> {
  if (embargoUntil === null || embargoUntil.getTime() <= at.getTime()) return null
  return { message: `It is under embargo until ${await momentWords(tx, embargoUntil, now)} and cannot be out before. Only an adviser can lift that, with a reason.` }
}
