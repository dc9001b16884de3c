import { showsMore, type BylineForm } from './people.ts'
import { SCHOOL_YEAR } from './school-year.ts'
import { slugify } from './slug.ts'

/** Addresses of the pages of people on staff: /staff/ana-ruiz. Mastheads share the folder, so none looks like a school year. */

/** An address that somebody's page has or had; `form`: how much of the name it tells. */
export type StaffAddress = { handle: string; form: BylineForm; current: boolean }

/** The last part of the address, made from the name as readers see it and from nothing else: "Ana R." gives "ana-r". */
export function handleFor(shownName: string): string {
  const slug = slugify(shownName)
  return slug === '' || SCHOOL_YEAR.test(slug) ? `person${slug === '' ? '' : `-${slug}`}` : slug
}

/** Whether an address is one for this handle: it, or it with a number where others had it first. */
export function fits(handle: string, wanted: string): boolean {
  return handle === wanted || (handle.startsWith(`${wanted}-`) && /^\d+$/.test(handle.slice(wanted.length + 1)))
}

/** The handle itself, or the first with a number behind it that is not taken. */
export function freeHandle(wanted: string, taken: ReadonlySet<string>): string {
  let handle = wanted
  for (let number = 2; taken.has(handle) || SCHOOL_YEAR.test(handle); number += 1) handle = `${wanted}-${number}`
  return handle
}

/** Whether an address may still be known: it tells no more of the name than readers see. `now`: how much that is. */
export function mayLead({ form }: Pick<StaffAddress, 'form'>, now: BylineForm): boolean {
  return now !== 'HIDDEN' && !showsMore(now, form)
}

/** The address that links lead to, among those that somebody has or had; null: none that readers may know. */
export function presentHandle(addresses: readonly StaffAddress[], now: BylineForm): string | null {
  const current = addresses.find((address) => address.current)
  return current !== undefined && mayLead(current, now) ? current.handle : null
}
