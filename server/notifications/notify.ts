import 'server-only'
import { kindOf, type NotificationKind } from '#domain/notifications/kinds.ts'
import { settingsOf, type Channels } from '#domain/notifications/settings.ts'
import type { Actor } from '#domain/people.ts'
import { timeNow } from '../clock.ts'
import type { Tx } from '../db.ts'
import { lockWaiting, queueMail, rewriteMail } from '../mail/outgoing.ts'
import { mailConfigured } from '../mail/mode.ts'
import { noticeLetter } from './letters.ts'
import { ROW } from './teller.ts'

/**
 * `to`: whoever it concerns; `byId`: who did it, who is never told, null: the paper itself. `subjectId`: the note, pitch, request or due day.
 */
export type Notice = { kind: NotificationKind; to: readonly string[]; byId: string | null; storyId?: string; subjectId?: string }

/** Several of a kind that happen within this time, and are unread, are one line. */
const MERGE_MS = 30 * 60_000
/** A mail about what often comes in numbers waits this long for more of it. */
const MAIL_WAITS_MS = 3 * 60_000

type Recipient = { actor: Actor; email: string; channels: Channels; toDigest: boolean }
type Written = { id: string; mailId: string | null }

/**
 * Tells people of something, in the transaction of its cause: a row in their list, a place in their next digest or a mail, as each wants it.
 * Whoever did it and whoever has no active account is not told.
 */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  const userIds = [...new Set(notice.to)].filter((userId) => userId !== notice.byId).sort()
  if (userIds.length === 0) return
  const now = timeNow()
  for (const recipient of await recipientsOf(tx, notice, userIds)) {
    const { app, mail } = recipient.channels
    const byMail = mail === 'AT_ONCE' && mailConfigured()
    if (!app && !byMail && !recipient.toDigest) continue
    const merged = await mergeInto(tx, notice, recipient, byMail, now)
    const written = merged ?? (await write(tx, notice, recipient, now))
    if (byMail) await mailOf(tx, notice.kind, recipient, written, now)
  }
}

async function recipientsOf(tx: Tx, { kind }: Notice, userIds: readonly string[]): Promise<Recipient[]> {
  const users = await tx.user.findMany({
    where: { id: { in: [...userIds] }, deactivatedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, email: true, role: true, staffId: true, staff: { select: { name: true } }, notificationSettings: true },
  })
  return users.map(({ id, email, role, staffId, staff, notificationSettings }) => {
    const { channels, digest } = settingsOf(notificationSettings)
    const toDigest = channels[kind].mail === 'DIGEST' && digest !== 'NEVER' && mailConfigured()
    return { actor: { userId: id, staffId, role, name: staff.name }, email, channels: channels[kind], toDigest }
  })
}

/** Adds it to an unread line of the same kind that is not long old and that no mail has told of yet; null: there is none. */
async function mergeInto(tx: Tx, { kind, byId, ...of }: Notice, { actor }: Recipient, byMail: boolean, now: Date): Promise<Written | null> {
  const { many, merge } = kindOf(kind)
  if (many === undefined) return null
  const [storyId, subjectId] = [of.storyId ?? null, of.subjectId ?? null]
  const line = await tx.notification.findFirst({
    where: { userId: actor.userId, kind, readAt: null, digestedAt: null, at: { gt: new Date(now.getTime() - MERGE_MS) }, ...(merge === 'all' ? {} : { storyId }) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true, storyId: true, subjectId: true, mailId: true },
  })
  if (line === null) return null
  if (byMail && (line.mailId === null || !(await lockWaiting(tx, line.mailId)))) return null
  const same = line.storyId === storyId
  // Of several stories or pitches none is the one that it leads to; of several notes the newest is.
  const about = merge === 'all' && (!same || line.subjectId !== subjectId) ? { storyId: same ? storyId : null, subjectId: null } : { subjectId }
  const { count } = await tx.notification.updateMany({ where: { id: line.id, readAt: null, digestedAt: null }, data: { count: { increment: 1 }, at: now, byId, ...about } })
  return count === 0 ? null : { id: line.id, mailId: line.mailId }
}

async function write(tx: Tx, { kind, byId, storyId, subjectId }: Notice, { actor, channels, toDigest }: Recipient, now: Date): Promise<Written> {
  const data = { userId: actor.userId, kind, byId, storyId: storyId ?? null, subjectId: subjectId ?? null, at: now, inApp: channels.app, toDigest }
  return tx.notification.create({ data, select: { id: true, mailId: true } })
}

/** The mail that tells of it at once, or, where one for the same line still waits, that one with what it says now. */
async function mailOf(tx: Tx, kind: NotificationKind, { actor, email }: Recipient, { id, mailId }: Written, now: Date): Promise<void> {
  const row = await tx.notification.findUniqueOrThrow({ where: { id }, select: ROW })
  const letter = { to: email, ...(await noticeLetter(tx, actor, { id, ...row }, now)) }
  if (mailId !== null) return rewriteMail(tx, mailId, letter)
  const after = kindOf(kind).many === undefined ? {} : { after: new Date(now.getTime() + MAIL_WAITS_MS) }
  const queued = await queueMail(tx, { kind: 'notification', userId: actor.userId, ...letter, ...after })
  if (queued !== null) await tx.notification.update({ where: { id }, data: { mailId: queued }, select: { id: true } })
}
