import 'server-only'
import { kindOf } from '#domain/notifications/kinds.ts'
import { decide } from '#domain/policy.ts'
import type { Tx } from '../db.ts'
import type { MailRow } from './row.ts'
import { unseal } from './seal.ts'

/** Why a mail that waits is not sent any more, by how things stand now; null: it is to be sent. */
export async function notWanted(tx: Tx, mail: MailRow, now: Date): Promise<string | null> {
  return (await linkIsOver(tx, mail, now)) ?? (await recipientIsGone(tx, mail)) ?? (await isTold(tx, mail))
}

async function linkIsOver(tx: Tx, { linkId }: MailRow, now: Date): Promise<string | null> {
  if (linkId === null) return null
  const link = await tx.oneTimeLink.findUnique({ where: { id: linkId }, select: { usedAt: true, revokedAt: true, expiresAt: true } })
  return link === null || link.usedAt !== null || link.revokedAt !== null || link.expiresAt <= now ? 'Its link does not work any more.' : null
}

async function recipientIsGone(tx: Tx, { id, userId, sealed }: MailRow): Promise<string | null> {
  if (userId === null) return null
  const user = await tx.user.findUnique({ where: { id: userId }, select: { email: true, deactivatedAt: true } })
  if (user === null || user.deactivatedAt !== null) return 'The account was deactivated meanwhile.'
  const to = unseal(id, sealed)?.to
  return to === undefined || to === user.email ? null : 'The account has another address by now.'
}

/** A mail that tells of something at once says nothing new where it was read in the newsroom, and nothing to somebody whose business it is no more. */
async function isTold(tx: Tx, { id, userId, kind }: MailRow): Promise<string | null> {
  if (kind !== 'notification' || userId === null) return null
  const told = await tx.notification.findMany({ where: { mailId: id }, select: { readAt: true, kind: true } })
  if (told.length > 0 && told.every(({ readAt }) => readAt !== null)) return 'It was read in the newsroom meanwhile.'
  const { role } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { role: true } })
  const allowed = told.some((one) => decide(role, kindOf(one.kind).needs ?? 'enterNewsroom').allowed)
  return told.length === 0 || allowed ? null : 'Their role does not include it any more.'
}
