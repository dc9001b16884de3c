import 'server-only'
import { placeOf } from '#domain/notifications/place.ts'
import { choicesAfter, settingsOf, type ChosenSettings, type NotificationSettings } from '#domain/notifications/settings.ts'
import type { Actor } from '#domain/people.ts'
import { timeNow } from '../clock.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, type CommandResult } from '../command.ts'
import { db, inTransaction } from '../db.ts'
import { ROW } from './teller.ts'

/**
 * Where one of one's own notifications leads; it is read from then on, however often it is opened. null: there is none of this person's.
 * Reading one's own list is nobody else's business, and on no record.
 */
export async function openNotification(actor: Actor, id: string): Promise<string | null> {
  return inTransaction(async (tx) => {
    const row = await tx.notification.findFirst({ where: { id, userId: actor.userId }, select: ROW })
    if (row === null) return null
    await tx.notification.updateMany({ where: { id, userId: actor.userId, readAt: null }, data: { readAt: timeNow() } })
    return placeOf(row)
  })
}

/**
 * Marks all of one's own list up to an instant as read: what came after the page was made stays unread, as does what somebody wants by mail
 * alone, which the page did not show and whose mail may still be to come.
 */
export function readAll(actor: Actor, { until }: { until: Date }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await actorNow(tx, actor)
      // A line that a command adds to in this moment is newer than the page.
      await tx.$executeRaw`
        UPDATE "Notification" SET "readAt" = ${timeNow()} WHERE "id" IN (
          SELECT "id" FROM "Notification" WHERE "userId" = ${actor.userId}::uuid AND "readAt" IS NULL AND "inApp" AND "at" <= ${until} FOR UPDATE SKIP LOCKED)`
      return { ok: true, tags: [] }
    }),
  )
}

/** How one is told of what. */
export async function ownSettings(actor: Actor): Promise<NotificationSettings> {
  return settingsOf(await db().notificationSettings.findUnique({ where: { userId: actor.userId } }))
}

/** Changes how one is told of what. It holds for what happens from now on. */
export function changeOwnSettings(actor: Actor, chosen: ChosenSettings): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await actorNow(tx, actor)
      const before = await tx.notificationSettings.findUnique({ where: { userId: actor.userId }, select: { choices: true } })
      const data = { choices: choicesAfter(before?.choices ?? {}, chosen), digest: chosen.digest, digestHour: chosen.digestHour }
      await tx.notificationSettings.upsert({ where: { userId: actor.userId }, create: { userId: actor.userId, ...data }, update: data, select: { userId: true } })
      return { ok: true, tags: [] }
    }),
  )
}
