import 'server-only'
import { shownName, stricterForm, type BylineForm } from '#domain/people.ts'
import { fits, freeHandle, handleFor } from '#domain/staff-address.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { inTransaction, type Tx } from '../db.ts'
import { nameForm } from '../settings/name-form.ts'
import { tags } from '../stories/cache.ts'

/** What says where somebody's page is; for domain/staff-address.ts presentHandle. */
export const PRESENT_ADDRESS = { where: { current: true }, take: 1, select: { handle: true, form: true, current: true } } as const satisfies Prisma.StaffMember$addressesArgs

const PERSON = { id: true, name: true, bylineForm: true, addresses: { select: { id: true, handle: true, form: true, current: true } } } as const satisfies Prisma.StaffMemberSelect
type Person = Prisma.StaffMemberGetPayload<{ select: typeof PERSON }>

/**
 * Gives people on staff the addresses that fit the names that readers see of them now; null: everybody. Somebody who is hidden keeps theirs,
 * which lead nowhere. Whoever changes a name, or how much of it is shown, calls this in the same transaction. Answers whose address is another one.
 */
export async function settleAddresses(tx: Tx, staffIds: readonly string[] | null): Promise<string[]> {
  // One at a time, and only then reading: two who become "Ana R." at once never get one address.
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('fourth-period.staff-addresses', 4))) AS locked`
  const form = await nameForm(tx)
  const people = await tx.staffMember.findMany({ where: staffIds === null ? {} : { id: { in: [...staffIds] } }, orderBy: { id: 'asc' }, select: PERSON })
  const changed: string[] = []
  for (const person of people) if (await settle(tx, person, form)) changed.push(person.id)
  return changed
}

async function settle(tx: Tx, person: Person, paper: BylineForm): Promise<boolean> {
  const name = shownName(person, paper)
  if (name === null) return false
  const form = stricterForm(person.bylineForm, paper)
  const wanted = handleFor(name)
  const own = person.addresses.filter(({ handle }) => fits(handle, wanted)).toSorted((a, b) => Number(b.current) - Number(a.current))[0]
  if (own?.current === true && own.form === stricterForm(own.form, form)) return false
  await tx.staffAddress.updateMany({ where: { staffId: person.id, current: true }, data: { current: false } })
  if (own !== undefined) {
    // A name of one word is the same in every form: its address may be known as long as any of it may.
    await tx.staffAddress.update({ where: { id: own.id }, data: { current: true, form: stricterForm(own.form, form) }, select: { id: true } })
    return true
  }
  const taken = await tx.staffAddress.findMany({ where: { handle: { startsWith: wanted } }, select: { handle: true } })
  const handle = freeHandle(wanted, new Set(taken.map((one) => one.handle)))
  await tx.staffAddress.create({ data: { staffId: person.id, handle, form, current: true }, select: { id: true } })
  return true
}

/** Gives an address to whoever has none yet: after an upgrade. Answers the tags to expire; may be run any number of times. */
export function fillStaffAddresses(): Promise<string[]> {
  return inTransaction(async (tx) => {
    const without = await tx.staffMember.findMany({ where: { bylineForm: { not: 'HIDDEN' }, addresses: { none: { current: true } } }, orderBy: { id: 'asc' }, take: 500, select: { id: true } })
    if (without.length === 0) return []
    const changed = await settleAddresses(tx, without.map(({ id }) => id))
    return [tags.mastheads(), ...changed.map((id) => tags.author(id))]
  })
}
