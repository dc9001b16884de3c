import 'server-only'
import { after } from 'next/server'
import type { Actor } from '#domain/people.ts'
import type { InviteInput } from '#domain/staff.ts'
import type { CommandResult } from '../command.ts'
import { db } from '../db.ts'
import { invitationMail } from '../mail/messages.ts'
import { mailConfigured, sendMail } from '../mail/send.ts'
import { invite } from './invitations.ts'

/** Invites, and mails the link after the answer where mail is configured (`mailed`). */
export async function inviteByMail(actor: Actor, input: InviteInput): Promise<CommandResult<{ url: string; mailed: boolean }>> {
  const result = await invite(actor, input)
  if (!result.ok) return result
  const mailed = mailConfigured()
  if (mailed) {
    after(async () => {
      const paper = await db().paper.findUnique({ where: { id: 1 }, select: { name: true } })
      const { role, position } = input
      await sendMail({ to: input.email, ...invitationMail({ paper: paper?.name ?? 'Fourth Period', url: result.url, role, position }) })
    })
  }
  return { ...result, mailed }
}
