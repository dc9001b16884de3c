import 'server-only'
import { after } from 'next/server'
import type { Actor } from '#domain/people.ts'
import type { InviteInput } from '#domain/staff.ts'
import type { CommandResult } from '../command.ts'
import { db } from '../db.ts'
import { invitationMail } from '../mail/messages.ts'
import { mailConfigured, sendMail } from '../mail/send.ts'
import { invite } from './invitations.ts'
import { inviteList, type ConfirmedList, type MadeInvitation } from './invite-list.ts'

/** Invites, and mails the link after the answer where mail is configured (`mailed`). */
export async function inviteByMail(actor: Actor, input: InviteInput): Promise<CommandResult<{ url: string; mailed: boolean }>> {
  const result = await invite(actor, input)
  if (!result.ok) return result
  return { ...result, mailed: mailAfter([{ input, url: result.url }]) }
}

/** The same for everybody of a confirmed list. */
export async function inviteListByMail(actor: Actor, list: ConfirmedList): Promise<CommandResult<{ invitations: MadeInvitation[]; mailed: boolean }>> {
  const result = await inviteList(actor, list)
  return result.ok ? { ...result, mailed: mailAfter(result.invitations) } : result
}

/** Mails the links of invitations after the answer, one after the other; false where mail is not configured. */
export function mailAfter(invitations: readonly MadeInvitation[]): boolean {
  if (!mailConfigured()) return false
  after(async () => {
    const paper = await db().paper.findUnique({ where: { id: 1 }, select: { name: true } })
    for (const { input, url } of invitations) {
      await sendMail({ to: input.email, ...invitationMail({ paper: paper?.name ?? 'Fourth Period', url, role: input.role, position: input.position }) })
    }
  })
  return true
}
