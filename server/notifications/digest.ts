import 'server-only'
import { duePeriod, type DuePeriod } from '#domain/notifications/digest.ts'
import { settingsOf } from '#domain/notifications/settings.ts'
import type { Actor } from '#domain/people.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { mailConfigured } from '../mail/mode.ts'
import { queueMail } from '../mail/outgoing.ts'
import { paperDay } from '../settings/paper-day.ts'
import { digestLetter } from './letters.ts'
import { isTheirs, ROW } from './teller.ts'

/** So many people's digests one tick writes at most; the next goes on. */
const A_TICK = 50
/** More is never read. */
const MOST = 500

const PENDING = { toDigest: true, digestedAt: null, readAt: null } as const

/**
 * Writes the digests whose hour has come: one mail of all that somebody chose for it and has not read. Once for a person and a period, though
 * two do it at once. Answers how many.
 */
export async function writeDigests(now: Date): Promise<number> {
  if (!mailConfigured()) return 0
  const { timeZone } = await paperDay(now)
  const waiting = await db().notification.groupBy({ by: ['userId'], where: PENDING, _min: { at: true } })
  if (waiting.length === 0) return 0
  const users = await db().user.findMany({ where: { id: { in: waiting.map(({ userId }) => userId) }, deactivatedAt: null }, select: { id: true, notificationSettings: true } })
  const oldest = new Map(waiting.map(({ userId, _min }) => [userId, _min.at]))
  const due = users.flatMap(({ id, notificationSettings }) => {
    const period = duePeriod(settingsOf(notificationSettings), now, timeZone)
    const since = oldest.get(id)
    return period !== null && since != null && since <= period.until ? [{ userId: id, period }] : []
  })
  const sent = new Set((await db().digest.findMany({ where: { OR: due.slice(0, 1_000).map(({ userId, period }) => ({ userId, period: period.period })) }, select: { userId: true } })).map(({ userId }) => userId))
  let count = 0
  for (const { userId, period } of due.filter((one) => !sent.has(one.userId)).slice(0, A_TICK)) if (await inTransaction((tx) => writeDigest(tx, userId, period, now))) count += 1
  return count
}

async function writeDigest(tx: Tx, userId: string, { period, until }: DuePeriod, now: Date): Promise<boolean> {
  // Of two at once the second waits here for the first, and finds it written.
  const { count } = await tx.digest.createMany({ data: [{ userId, period, at: now }], skipDuplicates: true })
  if (count === 0) return false
  const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true, role: true, staffId: true, deactivatedAt: true, staff: { select: { name: true } } } })
  if (user === null || user.deactivatedAt !== null) return false
  const actor: Actor = { userId, staffId: user.staffId, role: user.role, name: user.staff.name }
  // A line that a command adds to in this moment is newer than this digest, and is for the next.
  const free = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Notification" WHERE "userId" = ${userId}::uuid AND "toDigest" AND "digestedAt" IS NULL AND "readAt" IS NULL AND "at" <= ${until}
     ORDER BY "at" DESC, "id" DESC LIMIT ${MOST} FOR UPDATE SKIP LOCKED`
  const listed = { id: { in: free.map(({ id }) => id) } }
  const rows = await tx.notification.findMany({ where: listed, orderBy: [{ at: 'desc' }, { id: 'desc' }], select: { id: true, ...ROW } })
  const theirs = rows.filter(({ kind }) => isTheirs(actor, kind))
  await tx.notification.updateMany({ where: listed, data: { digestedAt: now } })
  if (theirs.length === 0) {
    // All that there is may be lines that are being added to: then this digest is still to come.
    const left = await tx.notification.count({ where: { ...PENDING, userId, at: { lte: until } } })
    if (left > 0) await tx.digest.delete({ where: { userId_period: { userId, period } }, select: { userId: true } })
    return false
  }
  const mailId = await queueMail(tx, { kind: 'digest', userId, to: user.email, ...(await digestLetter(tx, actor, theirs, now)) })
  await tx.digest.update({ where: { userId_period: { userId, period } }, data: { mailId }, select: { userId: true } })
  return true
}
