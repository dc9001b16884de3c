import 'server-only'
import { readInvitationList, type ReadLine } from '#domain/invitation-list.ts'
import { ROLE_NAMES, type Actor } from '#domain/people.ts'
import { decideOnStaff } from '#domain/policy.ts'
import type { InviteInput } from '#domain/staff.ts'
import { isAllowedDomain } from '../auth/email-domains.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { mailConfigured } from '../mail/mode.ts'
import { makeInvitation } from './invitations.ts'
import { lockPeople } from './lock.ts'

/** A line that can be invited; `again`: an open invitation is replaced. */
export type GoodLine = { line: number; person: InviteInput; again: boolean }
export type BadLine = { line: number; text: string; reason: string }
/** A list as it would be invited: nobody is before it is confirmed. `here`: who is on staff already. */
export type JudgedList = { good: GoodLine[]; bad: BadLine[]; here: BadLine[] }

/** Reads a pasted list and judges each line by who is on staff and whom this person may invite. Sends nothing. */
export async function checkList(actor: Actor, { text }: { text: string }): Promise<CommandResult<{ list: JudgedList }>> {
  return outcome(async () => {
    const verdict = decideOnStaff(actor.role, 'invite', { isSelf: false, targetRole: 'WRITER' })
    if (!verdict.allowed) throw new Refusal(verdict.reason)
    return { ok: true, tags: [], list: await judge(db(), actor, text) }
  })
}

async function judge(client: Pick<Tx, 'user' | 'oneTimeLink'>, actor: Pick<Actor, 'role'>, text: string): Promise<JudgedList> {
  const read = readInvitationList(text)
  if ('problem' in read) throw new Refusal(read.problem, 'text')
  const emails = read.lines.flatMap((line) => ('person' in line ? [line.person.email] : []))
  const users = await client.user.findMany({ where: { email: { in: emails } }, select: { email: true, deactivatedAt: true } })
  const open = await client.oneTimeLink.findMany({ where: { kind: 'INVITATION', email: { in: emails }, usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } }, select: { email: true } })
  const [known, invited] = [new Map(users.map((user) => [user.email, user.deactivatedAt === null])), new Set(open.map(({ email }) => email))]
  const judged: JudgedList = { good: [], bad: [], here: [] }
  for (const line of read.lines) {
    if (!('person' in line)) judged.bad.push(line)
    else sort(judged, line, { actor, active: known.get(line.person.email), again: invited.has(line.person.email) })
  }
  return judged
}

type Standing = { actor: Pick<Actor, 'role'>; active: boolean | undefined; again: boolean }

function sort(judged: JudgedList, { line, person }: Extract<ReadLine, { person: unknown }>, { actor, active, again }: Standing): void {
  const text = person.name === null ? person.email : `${person.name}, ${person.email}`
  if (active !== undefined) judged.here.push({ line, text, reason: active ? 'On staff already.' : 'Has a deactivated account. Reactivate it instead.' })
  else if (!isAllowedDomain(person.email)) judged.bad.push({ line, text, reason: 'This paper invites only addresses of its own school.' })
  else if (!decideOnStaff(actor.role, 'invite', { isSelf: false, targetRole: person.role }).allowed) judged.bad.push({ line, text, reason: `You cannot invite somebody as ${ROLE_NAMES[person.role]}.` })
  else judged.good.push({ line, person, again })
}

/** What was confirmed: the list, and the addresses that stood as good below it. */
export type ConfirmedList = { text: string; emails: string[] }
export type MadeInvitation = { input: InviteInput; url: string }

/**
 * Invites everybody of a list whom the person saw as good, all or nobody, in one transaction. Where the list reads differently by now, nothing
 * happens. `invitations` hold the only copies of the links besides the mails (`mailed`).
 */
export function inviteList(actor: Actor, { text, emails }: ConfirmedList): Promise<CommandResult<{ invitations: MadeInvitation[]; mailed: boolean }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting } = await lockPeople(tx, actor, null)
      const { good } = await judge(tx, acting, text)
      const asSeen = good.length === emails.length && good.every(({ person }) => emails.includes(person.email))
      if (good.length === 0) throw new Refusal('Nobody in this list can be invited.', 'text')
      if (!asSeen) throw new Refusal('The staff or the list has changed meanwhile, so nobody was invited. Check the list again.', 'text')
      const invitations: MadeInvitation[] = []
      for (const { person } of good) {
        const { url } = await makeInvitation(tx, actor, person)
        invitations.push({ input: person, url })
      }
      return { ok: true, tags: [], invitations, mailed: mailConfigured() }
    }),
  )
}
