import 'server-only'
import { type Actor, type BylineForm, type Role, ROLES } from '#domain/people.ts'
import { decide, decideOnStaff } from '#domain/policy.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'

/** One person on the staff page, with what the reader of the page may do to them. `email` only for who may manage them. */
export type StaffLine = {
  userId: string
  staffId: string
  name: string
  email: string | null
  role: Role
  position: string
  /** The sections that they work for, by name. */
  sections: string[]
  bylineForm: BylineForm
  active: boolean
  /** The year in which they graduated. */
  classOf: number | null
  /** The last day on which they are away, if they are away today. */
  awayUntil: string | null
  isSelf: boolean
  may: { manage: boolean; roles: Role[]; setByline: boolean; rename: boolean; makeResetLink: boolean }
}

const latestMembership = { orderBy: { schoolYear: 'desc' }, take: 1, select: { position: true } } as const
const latestWithSections = {
  orderBy: { schoolYear: 'desc' },
  take: 1,
  select: { position: true, sections: { orderBy: { section: { position: 'asc' } }, select: { section: { select: { name: true } } } } },
} as const

function mayDo(actor: Actor, isSelf: boolean, targetRole: Role): StaffLine['may'] {
  const may = (action: 'manageAccount' | 'setBylineForm', newRole?: Role) =>
    decideOnStaff(actor.role, action, { isSelf, targetRole, ...(newRole === undefined ? {} : { newRole }) }).allowed
  return {
    manage: may('manageAccount'),
    roles: ROLES.filter((role) => may('manageAccount', role)),
    setByline: may('setBylineForm'),
    rename: decideOnStaff(actor.role, 'setBylineForm', { isSelf: false, targetRole }).allowed,
    makeResetLink: decide(actor.role, 'handOverResetLink').allowed,
  }
}

/** Everybody with an account, active ones first, by name. */
export async function staffList(actor: Actor): Promise<StaffLine[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const users = await db().user.findMany({
    orderBy: [{ staff: { name: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      email: true,
      role: true,
      deactivatedAt: true,
      absentUntil: true,
      staff: { select: { id: true, name: true, bylineForm: true, classOf: true, memberships: latestWithSections } },
    },
  })
  const { today } = await paperDay(new Date())
  const lines = users.map((user): StaffLine => {
    const isSelf = user.id === actor.userId
    const may = mayDo(actor, isSelf, user.role)
    const until = user.absentUntil?.toISOString().slice(0, 10) ?? null
    return {
      userId: user.id,
      staffId: user.staff.id,
      name: user.staff.name,
      email: may.manage || isSelf ? user.email : null,
      role: user.role,
      position: user.staff.memberships[0]?.position ?? '',
      sections: user.staff.memberships[0]?.sections.map(({ section }) => section.name) ?? [],
      bylineForm: user.staff.bylineForm,
      classOf: user.staff.classOf,
      awayUntil: until !== null && until >= today ? until : null,
      active: user.deactivatedAt === null,
      isSelf,
      may,
    }
  })
  return [...lines.filter(({ active }) => active), ...lines.filter(({ active }) => !active)]
}

/** An invitation that can still be accepted. `expiresAt`: ISO 8601. */
export type OpenInvitation = { id: string; email: string; name: string | null; role: Role; position: string; expiresAt: string }

/** The open invitations that this person could have made, the newest first. */
export async function openInvitations(actor: Actor): Promise<OpenInvitation[]> {
  const roles = rolesToInvite(actor)
  if (roles.length === 0) return []
  const links = await db().oneTimeLink.findMany({
    where: { kind: 'INVITATION', usedAt: null, revokedAt: null, expiresAt: { gt: new Date() }, role: { in: roles } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, email: true, name: true, role: true, position: true, expiresAt: true },
  })
  return links.flatMap(({ email, role, position, expiresAt, ...rest }) =>
    email === null || role === null || position === null ? [] : [{ ...rest, email, role, position, expiresAt: expiresAt.toISOString() }],
  )
}

/** The roles that this person may invite somebody to; none where they may not invite at all. */
export function rolesToInvite(actor: Actor): Role[] {
  return ROLES.filter((targetRole) => decideOnStaff(actor.role, 'invite', { isSelf: false, targetRole }).allowed)
}

/** Everybody who can stand in a byline, by name, with the position that they have or last had; former ones too. */
export async function staffChoices(actor: Actor): Promise<{ staffId: string; name: string; position: string }[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const staff = await db().staffMember.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, memberships: latestMembership },
  })
  return staff.map(({ id, name, memberships }) => ({ staffId: id, name, position: memberships[0]?.position ?? '' }))
}

/** How one's own account stands: for the account page. */
export async function ownAccount(actor: Actor): Promise<{ email: string; bylineForm: BylineForm; hasPassword: boolean }> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { email: true, passwordHash: true, staff: { select: { bylineForm: true } } },
  })
  return { email: user.email, bylineForm: user.staff.bylineForm, hasPassword: user.passwordHash !== null }
}
