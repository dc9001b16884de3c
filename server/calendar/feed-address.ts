import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { addressKey, takeTry } from '../auth/rate-limit.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { env } from '../env.ts'

/** The secret at the end of a private address: 32 bytes as base64url. Only its hash is kept. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Makes the private address of one's own calendar feed, which ends the one before. `url` is its only copy. */
export function makeCalendarAddress(asked: Actor): Promise<CommandResult<{ url: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await actorNow(tx, asked)
      const verdict = decide(actor.role, 'enterNewsroom')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      const token = randomBytes(32).toString('base64url')
      const data = { tokenHash: hashOf(token), createdAt: new Date() }
      await tx.calendarFeed.upsert({ where: { userId: actor.userId }, create: { userId: actor.userId, ...data }, update: data, select: { userId: true } })
      await recordEvent(tx, { actor, kind: 'account.calendarAddressMade', subjectId: actor.userId })
      return { ok: true, tags: [], url: `${env().SITE_URL}/api/calendar/${token}` }
    }),
  )
}

/** Ends the private address of one's own calendar feed. */
export function endCalendarAddress(asked: Actor): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await actorNow(tx, asked)
      if (await endFeedOf(tx, actor.userId)) await recordEvent(tx, { actor, kind: 'account.calendarAddressEnded', subjectId: actor.userId })
      return { ok: true, tags: [] }
    }),
  )
}

/** Ends the address of an account, in the transaction of the cause. Answers whether there was one. */
export async function endFeedOf(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.calendarFeed.deleteMany({ where: { userId } })).count > 0
}

/** Since when this person has an address (ISO 8601); null: they have none. */
export async function calendarAddressSince(actor: Actor): Promise<string | null> {
  const feed = await db().calendarFeed.findUnique({ where: { userId: actor.userId }, select: { createdAt: true } })
  return feed?.createdAt.toISOString() ?? null
}

/** Whose feed this is. `wait`: how many seconds until the next try counts. null: there is no such address, or it has ended. */
export async function feedOwner(token: string, client: string): Promise<{ wait: number } | { actor: Actor } | null> {
  const asked = addressKey(client)
  const wait = await takeTry('calendar-address', asked)
  if (wait > 0) return { wait }
  if (!TOKEN.test(token)) return null
  const feed = await db().calendarFeed.findUnique({
    where: { tokenHash: hashOf(token) },
    select: { user: { select: { id: true, role: true, deactivatedAt: true, staffId: true, staff: { select: { name: true } } } } },
  })
  if (feed === null || feed.user.deactivatedAt !== null) return null
  const { id: userId, role, staffId, staff } = feed.user
  const ownWait = await takeTry('calendar-feed', userId)
  return ownWait > 0 ? { wait: ownWait } : { actor: { userId, role, staffId, name: staff.name } }
}
