import 'server-only'
import { db, inTransaction } from '../db.ts'
import { enqueue } from '../jobs/queue.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** A mail that stands this long without its end, and without a job of its own, has lost its job. */
const LOST_AFTER_MS = 10 * MINUTE_MS
/** What a mail said that did not go out is kept for somebody to send it again; the row that there was one, for somewhat longer. */
export const KEEP_WORDS_DAYS = 7
const KEEP_ROW_DAYS = 30

/** Writes a job anew for mails whose job was lost, such as with a worker that died on its last try. */
export async function awakenMails(now: Date): Promise<number> {
  const lost = await db().$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "OutgoingMail" m
     WHERE m."state" IN ('WAITING', 'SENDING') AND m."createdAt" < ${new Date(now.getTime() - LOST_AFTER_MS)}
       AND NOT EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = 'mail.send' AND j.singleton_key = m."id"::text AND j.state IN ('created', 'retry', 'active'))
     ORDER BY m."createdAt" LIMIT 50`
  for (const { id } of lost) await inTransaction((tx) => enqueue(tx, 'mail.send', { mailId: id }, { singletonKey: id }))
  return lost.length
}

/** Erases the words of mails that did not go out, and then the rows. Nothing is kept of what a pupil was mailed. */
export async function sweepMails(now: Date): Promise<void> {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * DAY_MS) })
  await db().outgoingMail.updateMany({ where: { state: { in: ['FAILED', 'UNKNOWN', 'CAUGHT'] }, createdAt: before(KEEP_WORDS_DAYS), sealed: { not: null } }, data: { sealed: null } })
  await db().outgoingMail.deleteMany({ where: { state: { notIn: ['WAITING', 'SENDING'] }, createdAt: before(KEEP_ROW_DAYS) } })
}
