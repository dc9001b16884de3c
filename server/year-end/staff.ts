import 'server-only'
import { ROLES, type Role } from '#domain/people.ts'
import { decideOnStaff } from '#domain/policy.ts'
import type { YearPerson } from '#domain/year-end.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from '../db.ts'

/** Somebody who can sign in, as the year's end knows them. `sectionIds`: of their newest membership. */
export type StaffToMove = YearPerson & { staffId: string; position: string; sectionIds: string[]; classOf: number | null }

const PERSON = {
  id: true,
  role: true,
  staff: { select: { id: true, name: true, classOf: true, memberships: { orderBy: { schoolYear: 'desc' }, take: 1, select: { position: true, sections: { select: { sectionId: true } } } } } },
} as const satisfies Prisma.UserSelect

/** Everybody who can sign in, by name, with what `actor` may make of them. */
export async function staffToMove(client: Pick<Tx, 'user'>, actor: { userId: string; role: Role }): Promise<StaffToMove[]> {
  const users = await client.user.findMany({ where: { deactivatedAt: null }, orderBy: [{ staff: { name: 'asc' } }, { id: 'asc' }], select: PERSON })
  return users.map(({ id, role, staff }) => {
    const isSelf = id === actor.userId
    const may = (newRole?: Role) => decideOnStaff(actor.role, 'manageAccount', { isSelf, targetRole: role, ...(newRole === undefined ? {} : { newRole }) }).allowed
    const [newest] = staff.memberships
    return {
      userId: id,
      staffId: staff.id,
      name: staff.name,
      classOf: staff.classOf,
      role,
      isSelf,
      mayEnd: may(),
      roles: ROLES.filter((newRole) => may(newRole)),
      position: newest?.position ?? 'Staff Writer',
      sectionIds: newest?.sections.map(({ sectionId }) => sectionId) ?? [],
    }
  })
}
