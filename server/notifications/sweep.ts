import 'server-only'
import { db } from '../db.ts'

const DAY_MS = 86_400_000
/** After these days nobody looks for what they were once told; the record of what happened is the audit trail. */
const KEEP_DAYS = 180
/** A job that failed is kept by the queue for 30 days, and a due day is told of for 14. */
const KEEP_TOLD_DAYS = 60

/** Erases what is too old. May be called at every tick. */
export async function sweepNotifications(now: Date): Promise<void> {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * DAY_MS) })
  await db().notification.deleteMany({ where: { at: before(KEEP_DAYS) } })
  await db().digest.deleteMany({ where: { at: before(KEEP_TOLD_DAYS) } })
  await db().toldOfJob.deleteMany({ where: { at: before(KEEP_TOLD_DAYS) } })
  await db().toldOfDue.deleteMany({ where: { at: before(KEEP_TOLD_DAYS) } })
}
