import 'server-only'
import { kindOf, type NotificationKind } from '#domain/notifications/kinds.ts'
import { settingsOf } from '#domain/notifications/settings.ts'
import type { Actor } from '#domain/people.ts'
import { timeNow } from '../clock.ts'
import type { Tx } from '../db.ts'
import { lockWaiting, queueMail, rewriteMail } from '../mail/outgoing.ts'
import type { Letter } from '../mail/seal.ts'
import { mailConfigured } from '../mail/mode.ts'
import { noticeLetters } from './letters.ts'
import { ROW } from './teller.ts'

/**
 * `to`: whoever it concerns; `byId`: who did it, who is never told, null: the paper itself. `subjectId`: the note, pitch, request or due day.
 */
export type Notice = { kind: NotificationKind; to: readonly string[]; byId: string | null; storyId?: string; subjectId?: string }

/** Several of a kind that happen within this time, and are unread, are one line. */
const MERGE_MS = 30 * 60_000
/** A mail about what often comes in numbers waits this long for more of it. */
const MAIL_WAITS_MS = 3 * 60_000

type Mailed = { recipient: Recipient; id: string; mailId: string }
type Recipient = { actor: Actor; email: string; inApp: boolean; byMail: boolean; toDigest: boolean }
const LINE = { id: true, userId: true, storyId: true, subjectId: true, mailId: true, inApp: true, toDigest: true } as const
type Line = { id: string; userId: string; storyId: string | null; subjectId: string | null; mailId: string | null; inApp: boolean; toDigest: boolean }

/**
 * Tells people of something, in the transaction of its cause: a row in their list, a place in their next digest or a mail, as each wants it.
 * Whoever did it and whoever has no active account is not told.
 */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  const userIds = [...new Set(notice.to)].filter((userId) => userId !== notice.byId)
  if (userIds.length === 0) return
  const now = timeNow()
  const recipients = await recipientsOf(tx, notice, userIds)
  const lines = await openLines(tx, notice, recipients, now)
  const unmerged: Recipient[] = []
  const reworded: Mailed[] = []
  for (const recipient of recipients) {
    const line = lines.get(recipient.actor.userId)
    const merged = line !== undefined && (await mergeInto(tx, notice, recipient, line, now))
    if (!merged) unmerged.push(recipient)
    else if (recipient.byMail && line.mailId !== null) reworded.push({ recipient, id: line.id, mailId: line.mailId })
  }
  const letters = await lettersOf(tx, reworded, now)
  for (const { id, mailId } of reworded) await rewriteMail(tx, mailId, letterIn(letters, id))
  await write(tx, notice, unmerged, now)
}

/** Those who are told at all, each with the ways that they chose. */
async function recipientsOf(tx: Tx, { kind }: Notice, userIds: readonly string[]): Promise<Recipient[]> {
  const users = await tx.user.findMany({
    where: { id: { in: [...userIds] }, deactivatedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true, email: true, role: true, staffId: true, staff: { select: { name: true } }, notificationSettings: true },
  })
  return users.flatMap(({ id, email, role, staffId, staff, notificationSettings }) => {
    const { channels, digest } = settingsOf(notificationSettings)
    const { app: inApp, mail } = channels[kind]
    const byMail = mail === 'AT_ONCE' && mailConfigured()
    const toDigest = mail === 'DIGEST' && digest !== 'NEVER' && mailConfigured()
    return inApp || byMail || toDigest ? [{ actor: { userId: id, staffId, role, name: staff.name }, email, inApp, byMail, toDigest }] : []
  })
}

/** The unread lines of the same kind that this may be added to, by user: where such come in numbers, none is long old, and none was in a digest. */
async function openLines(tx: Tx, { kind, storyId }: Notice, recipients: readonly Recipient[], now: Date): Promise<Map<string, Line>> {
  const { many, merge } = kindOf(kind)
  if (many === undefined) return new Map()
  const found = await tx.notification.findMany({
    where: { userId: { in: recipients.map(({ actor }) => actor.userId) }, kind, readAt: null, digestedAt: null, at: { gt: new Date(now.getTime() - MERGE_MS) }, ...(merge === 'all' ? {} : { storyId: storyId ?? null }) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: LINE,
  })
  return new Map(found.map((line) => [line.userId, line]))
}

/** Adds it to a line; false where that is not open any more, a mail has told of it already, or its recipient chose another way since. */
async function mergeInto(tx: Tx, { kind, byId, ...of }: Notice, recipient: Recipient, line: Line, now: Date): Promise<boolean> {
  if (line.inApp !== recipient.inApp || line.toDigest !== recipient.toDigest) return false
  if (recipient.byMail && (line.mailId === null || !(await lockWaiting(tx, line.mailId)))) return false
  const [storyId, subjectId] = [of.storyId ?? null, of.subjectId ?? null]
  const same = line.storyId === storyId
  // Of several stories or pitches none is the one that it leads to; of several notes the newest is.
  const about = kindOf(kind).merge === 'all' && (!same || line.subjectId !== subjectId) ? { storyId: same ? storyId : null, subjectId: null } : { subjectId }
  const { count } = await tx.notification.updateMany({ where: { id: line.id, readAt: null, digestedAt: null }, data: { count: { increment: 1 }, at: now, byId, ...about } })
  return count > 0
}

/** Writes a line for each, and the mails of those who are told at once. */
async function write(tx: Tx, { kind, byId, storyId, subjectId }: Notice, recipients: readonly Recipient[], now: Date): Promise<void> {
  if (recipients.length === 0) return
  const data = recipients.map(({ actor, inApp, toDigest }) => ({ userId: actor.userId, kind, byId, storyId: storyId ?? null, subjectId: subjectId ?? null, at: now, inApp, toDigest }))
  const written = await tx.notification.createManyAndReturn({ data, select: { id: true, userId: true } })
  const idOf = new Map(written.map(({ id, userId }) => [userId, id]))
  const mailed = recipients.filter(({ byMail }) => byMail).map((recipient) => ({ recipient, id: idOf.get(recipient.actor.userId) ?? '' }))
  const letters = await lettersOf(tx, mailed, now)
  const after = kindOf(kind).many === undefined ? {} : { after: new Date(now.getTime() + MAIL_WAITS_MS) }
  for (const { recipient, id } of mailed) {
    const mailId = await queueMail(tx, { kind: 'notification', userId: recipient.actor.userId, ...letterIn(letters, id), ...after })
    await tx.notification.update({ where: { id }, data: { mailId }, select: { id: true } })
  }
}

/** The letters about lines that are written, by the line's id. */
async function lettersOf(tx: Tx, mailed: readonly { recipient: Recipient; id: string }[], now: Date): Promise<Map<string, Letter>> {
  if (mailed.length === 0) return new Map()
  const rows = await tx.notification.findMany({ where: { id: { in: mailed.map(({ id }) => id) } }, select: { id: true, ...ROW } })
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const told = mailed.flatMap(({ recipient: { actor, email }, id }) => {
    const row = rowOf.get(id)
    return row === undefined ? [] : [{ actor, email, row }]
  })
  const texts = await noticeLetters(tx, told, now)
  return new Map(told.flatMap(({ email, row }, at): [string, Letter][] => (texts[at] === undefined ? [] : [[row.id, { to: email, ...texts[at] }]])))
}

function letterIn(letters: ReadonlyMap<string, Letter>, id: string): Letter {
  const letter = letters.get(id)
  if (letter === undefined) throw new Error('a line that was written has a letter')
  return letter
}
