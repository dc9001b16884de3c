import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decideOnStaff } from '#domain/policy.ts'
import { schoolYear } from '#domain/school-year.ts'
import type { PositionChange } from '#domain/staff.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { tags } from '../stories/cache.ts'
import { lockPeople } from './lock.ts'

/** Says what somebody is at the paper and for which sections they work, in the newest school year that they belong to, but no past one. */
export function changePosition(actor: Actor, { staffId, position, sectionIds }: PositionChange): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting } = await lockPeople(tx, actor, null)
      await tx.$queryRaw`SELECT 1 FROM "StaffMember" WHERE "id" = ${staffId}::uuid FOR UPDATE`
      const staff = await tx.staffMember.findUnique({
        where: { id: staffId },
        select: { user: { select: { role: true } }, memberships: { orderBy: { schoolYear: 'desc' }, take: 1, select: { id: true, schoolYear: true, position: true, sections: { select: { sectionId: true } } } } },
      })
      const verdict = decideOnStaff(acting.role, 'setPosition', { isSelf: acting.staffId === staffId, targetRole: staff?.user?.role ?? 'WRITER' })
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      if (staff === null) throw new Refusal('There is no such person.')
      const wanted = [...new Set(sectionIds)].sort()
      if ((await tx.section.count({ where: { id: { in: wanted } } })) !== wanted.length) throw new Refusal('There is no such section.', 'sectionIds')
      const year = schoolYear(new Date(), (await paperDay(new Date(), tx)).timeZone)
      const newest = staff.memberships[0]
      const current = newest !== undefined && newest.schoolYear >= year ? newest : null
      const before = (newest?.sections ?? []).map(({ sectionId }) => sectionId).sort()
      if (current !== null && current.position === position && before.join() === wanted.join()) return { ok: true, tags: [] }
      const membershipId = current?.id ?? (await tx.membership.create({ data: { staffId, schoolYear: year, position }, select: { id: true } })).id
      await tx.membership.update({ where: { id: membershipId }, data: { position }, select: { id: true } })
      await tx.membershipSection.deleteMany({ where: { membershipId } })
      await tx.membershipSection.createMany({ data: wanted.map((sectionId) => ({ membershipId, sectionId })) })
      await recordEvent(tx, { actor, kind: 'staff.positionChanged', subjectId: staffId, data: { schoolYear: current?.schoolYear ?? year, from: newest?.position ?? '', to: position, sections: wanted } })
      return { ok: true, tags: [tags.mastheads()] }
    }),
  )
}
