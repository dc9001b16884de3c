import 'server-only'
import { sentenceOf, type Sentence } from '#domain/notifications/words.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { ROW, tellerFor } from './teller.ts'

/** One line of somebody's own list. `at`: ISO 8601. */
export type NotificationLine = { id: string; at: string; unread: boolean; sentence: Sentence }
/** A page of it, newest first. `next`: the `before` of the page behind it. `asOf`: up to when "Mark all as read" means. */
export type NotificationPage = { lines: NotificationLine[]; next: string | null; asOf: string }

const A_PAGE = 50
/** More is said as "99+". */
export const MOST_COUNTED = 100
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** How many of one's own are unread, counted up to MOST_COUNTED. */
export async function unreadCount(actor: Actor): Promise<number> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return 0
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM "Notification" WHERE "userId" = ${actor.userId}::uuid AND "readAt" IS NULL AND "inApp" LIMIT ${MOST_COUNTED}) unread`
  return row?.count ?? 0
}

/** One's own notifications, behind the one named `before`. Nobody sees those of others. */
export async function notificationPage(actor: Actor, { unread, before }: { unread: boolean; before: string | null }): Promise<NotificationPage> {
  const now = timeNow()
  if (!decide(actor.role, 'enterNewsroom').allowed) return { lines: [], next: null, asOf: now.toISOString() }
  const own = { userId: actor.userId, inApp: true, ...(unread ? { readAt: null } : {}) } as const
  const behind = before === null || !UUID.test(before) ? null : await db().notification.findFirst({ where: { id: before, userId: actor.userId }, select: { id: true, at: true } })
  const after: Prisma.NotificationWhereInput = behind === null ? {} : { at: { lte: behind.at }, OR: [{ at: { lt: behind.at } }, { id: { lt: behind.id } }] }
  const rows = await db().notification.findMany({ where: { ...own, ...after }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: A_PAGE + 1, select: { id: true, at: true, readAt: true, ...ROW } })
  const page = rows.slice(0, A_PAGE)
  const tell = await tellerFor(db(), page, now)
  return {
    lines: page.map(({ id, at, readAt, ...row }) => ({ id, at: at.toISOString(), unread: readAt === null, sentence: sentenceOf(tell(actor, row)) })),
    next: rows.length > A_PAGE ? (page.at(-1)?.id ?? null) : null,
    // The clock may have been put back since the newest came.
    asOf: new Date(Math.max(now.getTime(), page[0]?.at.getTime() ?? 0)).toISOString(),
  }
}
