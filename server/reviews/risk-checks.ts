import 'server-only'
import type { Actor } from '#domain/people.ts'
import { riskAnswersSchema, riskProblem, type RiskAnswers } from '#domain/risk-checklist.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import type { RevisionRow } from '../stories/content.ts'
import { lockFor } from '../stories/lock.ts'
import type { Decided } from '../stories/moves.ts'
import { freeze } from '../stories/revisions.ts'

/** Keeps the answers of a risk checklist with the revision that they are about; nothing can be written into that revision afterwards. */
export function fillRiskChecklist(actor: Actor, { storyId, revisionId, answers }: Decided & { answers: RiskAnswers }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, 'fillRiskChecklist', storyId)
      if (story.workingRevisionId !== revisionId) throw new Refusal('The story changed while you were reading, so the checklist was not saved. Look at what is new first.')
      await freeze(tx, revisionId)
      const { id } = await tx.riskCheck.create({ data: { revisionId, byId: actor.userId, answers }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'review.checklistFilled', storyId, revisionId, subjectId: id })
      return { ok: true, tags: [] }
    }),
  )
}

/** A filled-in checklist as screens show it. `current`: it is about the newest revision. `at` is ISO 8601. */
export type RiskCheckView = { answers: RiskAnswers; by: string; at: string; revisionNumber: number; current: boolean }

/** The last checklist of a story, of whatever revision; null: there is none. */
export async function lastRiskCheck(client: Pick<Tx, 'riskCheck'>, storyId: string, revisionId: string): Promise<RiskCheckView | null> {
  const row = await client.riskCheck.findFirst({
    where: { revision: { storyId } },
    orderBy: { createdAt: 'desc' },
    select: { answers: true, createdAt: true, revisionId: true, revision: { select: { number: true } }, by: { select: { staff: { select: { name: true } } } } },
  })
  const answers = riskAnswersSchema.safeParse(row?.answers)
  if (row === null || !answers.success) return null
  return { answers: answers.data, by: row.by.staff.name, at: row.createdAt.toISOString(), revisionNumber: row.revision.number, current: row.revisionId === revisionId }
}

/** The unmet check of revisions in sections that require the checklist, by the revision's id, as long as their own checklist leaves something open. */
export async function riskChecks(client: Pick<Tx, 'riskCheck'>, revisions: readonly RevisionRow[]): Promise<Map<string, UnmetCheck[]>> {
  const needing = revisions.filter(({ section }) => section?.needsRiskChecklist === true).map(({ id }) => id)
  if (needing.length === 0) return new Map()
  const rows = await client.riskCheck.findMany({ where: { revisionId: { in: needing } }, orderBy: { createdAt: 'desc' }, distinct: ['revisionId'], select: { revisionId: true, answers: true } })
  const stored = new Map(rows.map(({ revisionId, answers }) => [revisionId, answers]))
  return new Map(needing.map((id) => [id, unmetOf(stored.get(id))]))
}

/** The same of stored answers, undefined where nobody filled the checklist in. */
function unmetOf(stored: unknown): UnmetCheck[] {
  const answers = riskAnswersSchema.safeParse(stored)
  const message = riskProblem(answers.success ? answers.data : null)
  return message === null ? [] : [{ field: 'risks', message, waitsFor: 'adviser' }]
}
