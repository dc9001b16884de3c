import 'server-only'
import type { Actor, Role } from '#domain/people.ts'
import { decideOnStaff } from '#domain/policy.ts'
import type { InviteInput } from '#domain/staff.ts'
import { recordEvent } from '../audit/record.ts'
import { isAllowedDomain } from '../auth/email-domains.ts'
import { linkUrl, makeLink, revokeLinks } from '../auth/one-time-links.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { invitationMail } from '../mail/messages.ts'
import { queueMail } from '../mail/outgoing.ts'
import { lockPeople } from './lock.ts'

function authorise(actor: { role: Role }, role: Role): void {
  const verdict = decideOnStaff(actor.role, 'invite', { isSelf: false, targetRole: role })
  if (!verdict.allowed) throw new Refusal(verdict.reason)
}

/**
 * Makes an invitation, and the mail with its link, in the transaction of a command that has decided about it. `url` is the one chance to hand
 * it on otherwise; `mailed` false: this paper sends no mail.
 */
export async function makeInvitation(tx: Tx, actor: Actor, { email, role, position, name }: InviteInput): Promise<{ id: string; url: string; mailed: boolean }> {
  const { id, token } = await makeLink(tx, { kind: 'INVITATION', email, role, position, name, createdById: actor.userId })
  await recordEvent(tx, { actor, kind: 'staff.invited', subjectId: id, data: { role } })
  const url = linkUrl('INVITATION', token)
  const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true } })
  const mail = await queueMail(tx, { kind: 'invitation', to: email, linkId: id, ...invitationMail({ paper: paper?.name ?? 'Fourth Period', url, role, position }) })
  return { id, url, mailed: mail !== null }
}

/** Invites somebody: `url` is the only copy of the link besides the mail (`mailed`). It works once and for 7 days; it replaces an older one. */
export function invite(actor: Actor, { email, role, position, name }: InviteInput): Promise<CommandResult<{ url: string; mailed: boolean }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const people = await lockPeople(tx, actor, null)
      authorise(people.actor, role)
      if (!isAllowedDomain(email)) throw new Refusal('This paper invites only addresses of its own school.', 'email')
      const user = await tx.user.findUnique({ where: { email }, select: { deactivatedAt: true } })
      if (user?.deactivatedAt === null) throw new Refusal('This address has an account already.', 'email')
      if (user !== null) throw new Refusal('This address belongs to a deactivated account. Reactivate it instead.', 'email')
      const { url, mailed } = await makeInvitation(tx, actor, { email, role, position, name })
      return { ok: true, tags: [], url, mailed }
    }),
  )
}

/** Takes an open invitation back. */
export function revokeInvitation(actor: Actor, { invitationId }: { invitationId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const people = await lockPeople(tx, actor, null)
      const link = await tx.oneTimeLink.findUnique({ where: { id: invitationId }, select: { role: true } })
      authorise(people.actor, link?.role ?? 'WRITER')
      if ((await revokeLinks(tx, { id: invitationId, kind: 'INVITATION' })) === 0) throw new Refusal('This invitation is not open any more.')
      await recordEvent(tx, { actor, kind: 'staff.invitationRevoked', subjectId: invitationId })
      return { ok: true, tags: [] }
    }),
  )
}
