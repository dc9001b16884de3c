import 'server-only'
import type { Actor, Role } from '#domain/people.ts'
import { schoolYear } from '#domain/school-year.ts'
import { slugify } from '#domain/slug.ts'
import { LINK_OVER } from '#domain/staff.ts'
import { recordEvent } from '../audit/record.ts'
import { useLink } from '../auth/one-time-links.ts'
import { hashPassword } from '../auth/password.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { settleAddresses } from './addresses.ts'

export type NewPerson = { name: string; email: string; role: Role; position: string; passwordHash: string | null }

/** A name for the person inside the paper that nobody has, never shown to readers (addresses.ts makes those of their page): "ana-ruiz", "ana-ruiz-2". The caller holds the joining lock. */
async function freeHandle(tx: Tx, name: string): Promise<string> {
  const base = slugify(name) || 'staff'
  const taken = await tx.staffMember.findMany({ where: { handle: { startsWith: base } }, select: { handle: true } })
  const handles = new Set(taken.map(({ handle }) => handle))
  let handle = base
  for (let number = 2; handles.has(handle); number++) handle = `${base}-${number}`
  return handle
}

/**
 * Makes the account, the staff member and this school year's membership of a new person. One at a time: two who join
 * at once never get one handle or one address twice. Refused when the address has an account already.
 */
export async function createPerson(tx: Tx, person: NewPerson): Promise<Actor> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fourth-period.joining'))`
  const { name, email, role, position, passwordHash } = person
  if ((await tx.user.count({ where: { email } })) > 0) throw new Refusal('This e-mail address has an account already. Sign in instead.')
  const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { timeZone: true } })
  const year = schoolYear(new Date(), paper?.timeZone ?? 'America/Los_Angeles')
  const staff = await tx.staffMember.create({ data: { handle: await freeHandle(tx, name), name }, select: { id: true } })
  await tx.membership.create({ data: { staffId: staff.id, schoolYear: year, position }, select: { id: true } })
  const user = await tx.user.create({ data: { email, role, passwordHash, staffId: staff.id }, select: { id: true } })
  await settleAddresses(tx, [staff.id])
  return { userId: user.id, staffId: staff.id, role, name }
}

/** Accepts an invitation: the invited person sets name and password; the link is used up with it. */
export async function acceptInvitation(input: { token: string; name: string; password: string }): Promise<CommandResult<{ userId: string }>> {
  const passwordHash = await hashPassword(input.password)
  return outcome(() =>
    inTransaction(async (tx) => {
      const link = await useLink(tx, 'INVITATION', input.token)
      if (link === null || link.email === null || link.role === null || link.position === null) throw new Refusal(LINK_OVER)
      const { email, role, position } = link
      const actor = await createPerson(tx, { name: input.name, email, role, position, passwordHash })
      await recordEvent(tx, { actor, kind: 'staff.joined', subjectId: actor.userId, data: { role, by: 'invitation', invitationId: link.id } })
      return { ok: true, tags: [tags.mastheads()], userId: actor.userId }
    }),
  )
}
