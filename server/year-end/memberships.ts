import 'server-only'
import type { YearRecord } from '#domain/year-end.ts'
import type { Tx } from '../db.ts'

/** What somebody is in a school year: their position and sections; null: not on staff. */
export type Held = YearRecord['memberships'][number]['before']

/** What these people are in a school year; who is nothing in it is left out. */
export async function heldIn(tx: Tx, schoolYear: string, staffIds: readonly string[]): Promise<Map<string, Held>> {
  const rows = await tx.membership.findMany({
    where: { schoolYear, staffId: { in: [...staffIds] } },
    select: { staffId: true, position: true, sections: { orderBy: { sectionId: 'asc' }, select: { sectionId: true } } },
  })
  return new Map(rows.map(({ staffId, position, sections }) => [staffId, { position, sectionIds: sections.map(({ sectionId }) => sectionId) }]))
}

/** Whether two are the same, whatever the order of the sections. */
export function sameHeld(a: Held, b: Held): boolean {
  if (a === null || b === null) return a === b
  return a.position === b.position && a.sectionIds.toSorted().join() === b.sectionIds.toSorted().join()
}

/** Makes these people exactly that in a school year. */
export async function hold(tx: Tx, schoolYear: string, people: readonly { staffId: string; held: Held }[]): Promise<void> {
  await tx.membership.deleteMany({ where: { schoolYear, staffId: { in: people.map(({ staffId }) => staffId) } } })
  const members = people.flatMap(({ staffId, held }) => (held === null ? [] : [{ staffId, ...held }]))
  const made = await tx.membership.createManyAndReturn({ data: members.map(({ staffId, position }) => ({ staffId, schoolYear, position })), select: { id: true, staffId: true } })
  // A section may have gone meanwhile.
  const sections = new Set((await tx.section.findMany({ select: { id: true } })).map(({ id }) => id))
  const rows = made.flatMap(({ id, staffId }) => (members.find((one) => one.staffId === staffId)?.sectionIds ?? []).filter((sectionId) => sections.has(sectionId)).map((sectionId) => ({ membershipId: id, sectionId })))
  await tx.membershipSection.createMany({ data: rows })
}
