import 'server-only'
import { emailSchema, type Actor } from '#domain/people.ts'
import { LINK_OVER } from '#domain/staff.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { magicLinkMail, resetMail } from '../mail/messages.ts'
import { mailConfigured } from '../mail/mode.ts'
import { queueMail } from '../mail/outgoing.ts'
import { lockActor } from './ending-sessions.ts'
import { linkUrl, makeLink, ownerOfLink, revokeLinks, useLink } from './one-time-links.ts'
import { hashPassword } from './password.ts'
import { accountKey, takeTry } from './rate-limit.ts'

/** Counts a request for mail to this address. 0: go on; else the seconds to wait, known address or not. */
export function takeMailTry(email: string): Promise<number> {
  return takeTry('mail-account', accountKey(email))
}

/**
 * Mails a reset or a sign-in link if the address belongs to an active account, and does nothing otherwise, nor where mail is
 * not configured. Run it after the answer was sent, so that nobody can tell the two apart.
 */
export async function mailLink(kind: 'PASSWORD_RESET' | 'MAGIC_LINK', address: string): Promise<void> {
  if (!mailConfigured()) return
  const email = emailSchema.parse(address)
  const user = await db().user.findUnique({ where: { email }, select: { id: true } })
  if (user === null) return
  const paper = await db().paper.findUnique({ where: { id: 1 }, select: { name: true } })
  const [mail, message] = kind === 'MAGIC_LINK' ? (['magicLink', magicLinkMail] as const) : (['passwordReset', resetMail] as const)
  await inTransaction(async (tx) => {
    if ((await lockActor(tx, user.id)) === null) return
    const { id, token } = await makeLink(tx, { kind, userId: user.id })
    await queueMail(tx, { kind: mail, to: email, userId: user.id, linkId: id, ...message({ paper: paper?.name ?? 'Fourth Period', url: linkUrl(kind, token) }) })
  })
}

/** Locks the account that a link opens and uses the link up, or refuses. */
async function openLink(tx: Tx, kind: 'PASSWORD_RESET' | 'MAGIC_LINK', token: string): Promise<Actor> {
  const owner = await ownerOfLink(tx, kind, token)
  const actor = owner === null ? null : await lockActor(tx, owner)
  if (actor === null || (await useLink(tx, kind, token)) === null) throw new Refusal(LINK_OVER)
  return actor
}

/** Sets a new password by a reset link, which ends all sessions and every other open link of the account. */
export async function resetPassword({ token, password }: { token: string; password: string }): Promise<CommandResult<{ userId: string }>> {
  const passwordHash = await hashPassword(password)
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await openLink(tx, 'PASSWORD_RESET', token)
      const { userId } = actor
      await tx.user.update({ where: { id: userId }, data: { passwordHash, sessionVersion: { increment: 1 } }, select: { id: true } })
      await revokeLinks(tx, { userId })
      await recordEvent(tx, { actor, kind: 'account.passwordChanged', subjectId: userId, data: { by: 'resetLink' } })
      return { ok: true, tags: [], userId }
    }),
  )
}

/** Uses a sign-in link up: whose account it opens. */
export function enterByLink({ token }: { token: string }): Promise<CommandResult<{ userId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await openLink(tx, 'MAGIC_LINK', token)
      return { ok: true, tags: [], userId: actor.userId }
    }),
  )
}
