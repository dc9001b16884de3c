import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../db.ts'
import { enqueue } from '../jobs/queue.ts'
import { mailMode } from './mode.ts'
import { seal, type Letter } from './seal.ts'

/** What a mail is for, in words for the list under Settings, Mail. */
export const MAIL_KINDS = {
  notification: 'Notification',
  digest: 'Digest',
  invitation: 'Invitation',
  passwordReset: 'Link for a new password',
  magicLink: 'Link to sign in',
  requestReply: 'Answer to a reader’s request',
  commentDeclined: 'Why a reader’s comment was declined',
  letterReply: 'Answer to a reader’s letter',
  newsletter: 'Newsletter',
  newsletterConfirm: 'Link to confirm a newsletter',
  newsletterTest: 'Test of a newsletter',
} as const
export type MailKind = keyof typeof MAIL_KINDS

type NewMail = Letter & {
  kind: MailKind
  /** The account that it goes to: it is not sent once that is deactivated or has another address. */
  userId?: string
  /** The one-time link that it carries: it is not sent once that is used, revoked or expired. */
  linkId?: string
  /** The reader of the newsletter that it goes to. */
  subscriberId?: string
  /** Not before this instant. */
  after?: Date
}

/**
 * Writes a mail and the job that sends it, in the transaction of its cause: it goes out exactly if that commits. Answers its id; null, and
 * nothing written, where the paper sends no mail.
 */
export async function queueMail(tx: Tx, { kind, userId, linkId, subscriberId, after, ...letter }: NewMail): Promise<string | null> {
  if (mailMode() === 'none') return null
  const id = randomUUID()
  await tx.outgoingMail.create({ data: { id, kind, userId: userId ?? null, linkId: linkId ?? null, subscriberId: subscriberId ?? null, sealed: seal(id, letter) }, select: { id: true } })
  await enqueue(tx, 'mail.send', { mailId: id }, { singletonKey: id, ...(after === undefined ? {} : { startAfter: after }) })
  return id
}

/** Whether a mail still waits for its first try, locked against being taken until the transaction ends: then it may say something else. */
export async function lockWaiting(tx: Tx, mailId: string): Promise<boolean> {
  return (await tx.$queryRaw<unknown[]>`SELECT 1 FROM "OutgoingMail" WHERE "id" = ${mailId}::uuid AND "state" = 'WAITING' AND "tries" = 0 FOR UPDATE`).length > 0
}

/** Lets a mail that `lockWaiting` holds say something else. */
export async function rewriteMail(tx: Tx, mailId: string, letter: Letter): Promise<void> {
  await tx.outgoingMail.update({ where: { id: mailId }, data: { sealed: seal(mailId, letter) }, select: { id: true } })
}

/** Behind everything else that waits: a newsletter keeps no link to sign in from its way. */
const LAST = -10

/** Writes one reader's copy of a newsletter, as `queueMail`. It names the reader alone: address and words are looked up when it is handed over (server/newsletter/copy.ts). */
export async function queueCopy(tx: Tx, { newsletterId, subscriberId }: { newsletterId: string; subscriberId: string }): Promise<void> {
  const id = randomUUID()
  await tx.outgoingMail.create({ data: { id, kind: 'newsletter', newsletterId, subscriberId }, select: { id: true } })
  await enqueue(tx, 'mail.send', { mailId: id }, { singletonKey: id, priority: LAST })
}
