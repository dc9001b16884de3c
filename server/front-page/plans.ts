import 'server-only'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import type { Tx } from '../db.ts'
import { cancelJobs } from '../jobs/queue.ts'

/** A plan that stands: nobody has cancelled it and it was not carried out. A failed one stands until it is put away. */
export const STANDING_FRONTS = { cancelledAt: null, doneAt: null } as const

/** Ends a plan that stands, with an event that says why. `published`: a front that was published since takes its place. The caller holds the lock. */
export async function endPlan(tx: Tx, actor: Actor | null, id: string, why: 'asked' | 'published', now: Date): Promise<void> {
  await tx.frontSchedule.update({ where: { id }, data: { cancelledAt: now }, select: { id: true } })
  await cancelJobs(tx, 'front.due', id)
  await recordEvent(tx, { actor, kind: 'front.unscheduled', subjectId: id, data: { why } })
}
