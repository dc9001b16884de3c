import 'server-only'
import { stricterForm } from '#domain/people.ts'
import { presentHandle } from '#domain/staff-address.ts'
import { db } from '../db.ts'
import { nameForm } from '../settings/name-form.ts'
import { PRESENT_ADDRESS } from './addresses.ts'

/** The last parts of the addresses of all pages of people that readers can open now; at most so many as a sitemap has room for beside the rest. */
export async function publicHandles(): Promise<string[]> {
  const form = await nameForm(db())
  const staff = await db().staffMember.findMany({ where: { bylineForm: { not: 'HIDDEN' } }, orderBy: { id: 'asc' }, take: 20_000, select: { bylineForm: true, addresses: PRESENT_ADDRESS } })
  return staff.flatMap(({ bylineForm, addresses }) => presentHandle(addresses, stricterForm(bylineForm, form)) ?? [])
}
