import 'server-only'
import { ROLES, type Actor, type Role } from '#domain/people.ts'
import { decide, decideOnStaff } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { endSessions } from '../auth/ending-sessions.ts'
import { HANDED_OVER, linkUrl, makeLink, revokeLinks } from '../auth/one-time-links.ts'
import { endFeedOf } from '../calendar/feed-address.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { lockPeople, type LockedPeople, type LockedUser } from './lock.ts'

const NOBODY = 'There is no such account.'

function authorise({ actor, target }: LockedPeople, newRole?: Role): LockedUser {
  const on = { isSelf: target?.id === actor.id, targetRole: target?.role ?? 'WRITER', ...(newRole === undefined ? {} : { newRole }) }
  const verdict = decideOnStaff(actor.role, 'manageAccount', on)
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  if (target === null) throw new Refusal(NOBODY)
  return target
}

function keepAnAdmin(people: LockedPeople, target: LockedUser): void {
  if (people.activeAdmins.every(({ id }) => id === target.id)) throw new Refusal('The paper needs at least one active admin.')
}

/** Takes back what somebody handed out and, as `role` (null: not at all), could hand out no longer. */
export async function revokeHandedOut(tx: Tx, createdById: string, role: Role | null): Promise<void> {
  const beyond = ROLES.filter((targetRole) => !decideOnStaff(role, 'invite', { isSelf: false, targetRole }).allowed)
  await revokeLinks(tx, { kind: 'INVITATION', createdById, role: { in: beyond } })
  if (!decide(role, 'handOverResetLink').allowed) await revokeLinks(tx, { kind: 'PASSWORD_RESET', createdById })
}

/** Gives an account another role, which ends its sessions. */
export function changeRole(actor: Actor, { userId, role }: { userId: string; role: Role }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const people = await lockPeople(tx, actor, userId)
      const target = authorise(people, role)
      if (target.role === role) return { ok: true, tags: [] }
      if (target.role === 'ADMIN' && target.active) keepAnAdmin(people, target)
      await tx.user.update({ where: { id: userId }, data: { role, sessionVersion: { increment: 1 } }, select: { id: true } })
      await revokeHandedOut(tx, userId, role)
      await recordEvent(tx, { actor, kind: 'staff.roleChanged', subjectId: userId, data: { from: target.role, to: role } })
      return { ok: true, tags: [] }
    }),
  )
}

/** Ends somebody's sign-in: sessions, their open links and those that they handed out. Bylines and pages stay. */
export function deactivate(actor: Actor, { userId }: { userId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const people = await lockPeople(tx, actor, userId)
      const target = authorise(people)
      if (!target.active) return { ok: true, tags: [] }
      if (target.role === 'ADMIN') keepAnAdmin(people, target)
      await tx.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() }, select: { id: true } })
      await endSessions(tx, userId)
      await revokeLinks(tx, { userId })
      await endFeedOf(tx, userId)
      await revokeHandedOut(tx, userId, null)
      await recordEvent(tx, { actor, kind: 'staff.deactivated', subjectId: userId })
      return { ok: true, tags: [] }
    }),
  )
}

/** Lets somebody sign in again, with the password and role that they had. Who comes back has not graduated. */
export function reactivate(actor: Actor, { userId }: { userId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const target = authorise(await lockPeople(tx, actor, userId))
      if (target.active) return { ok: true, tags: [] }
      await tx.user.update({ where: { id: userId }, data: { deactivatedAt: null }, select: { id: true } })
      await tx.staffMember.update({ where: { id: target.staffId }, data: { classOf: null }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'staff.reactivated', subjectId: userId })
      return { ok: true, tags: [tags.mastheads()] }
    }),
  )
}

/** Makes a reset link for an admin to hand over: `url` is its only copy; it works once, for 24 hours. */
export function makeResetLink(actor: Actor, { userId }: { userId: string }): Promise<CommandResult<{ url: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting, target } = await lockPeople(tx, actor, userId)
      const verdict = decide(acting.role, 'handOverResetLink')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      if (target === null) throw new Refusal(NOBODY)
      if (!target.active) throw new Refusal('This account is deactivated. Reactivate it first.')
      const { token } = await makeLink(tx, { kind: 'PASSWORD_RESET', userId, createdById: actor.userId, lifetime: HANDED_OVER })
      await recordEvent(tx, { actor, kind: 'staff.resetLinkMade', subjectId: userId })
      return { ok: true, tags: [], url: linkUrl('PASSWORD_RESET', token) }
    }),
  )
}
