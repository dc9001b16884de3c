/**
 * The school year that a day falls in, as "2026-27": it turns on 1 August in the paper's own time zone.
 * `at` is the instant; `timeZone` an IANA name.
 */
export function schoolYear(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric' }).formatToParts(at)
  const number = (type: 'year' | 'month') => Number(parts.find((part) => part.type === type)?.value)
  const start = number('month') >= 8 ? number('year') : number('year') - 1
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}

/** How a school year is written. */
export const SCHOOL_YEAR = /^[12]\d{3}-\d{2}$/

/** The first days of a school year and of the next one, as "2026-08-01": from the one, up to before the other. */
export function schoolYearDays(year: string): { from: string; before: string } {
  const start = Number(year.slice(0, 4))
  return { from: `${year.slice(0, 4)}-08-01`, before: `${String(start + 1).padStart(4, '0')}-08-01` }
}

/** The school year after this one. */
export function nextSchoolYear(year: string): string {
  const start = Number(year.slice(0, 4)) + 1
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}

/** Whether a text is a school year as we write it: "2026-27", not "2026-28". */
export function isSchoolYear(text: string): boolean {
  return SCHOOL_YEAR.test(text) && text.slice(5) === String((Number(text.slice(0, 4)) + 1) % 100).padStart(2, '0')
}

/** The class that graduates before this school year begins: 2027 before "2027-28". */
export function classBefore(year: string): number {
  return Number(year.slice(0, 4))
}

/** The school years to which a staff can move at an instant: this one and the next; the likelier first, which from April on is the next. */
export function yearsToMoveTo(at: Date, timeZone: string): [string, string] {
  const year = schoolYear(at, timeZone)
  const next = nextSchoolYear(year)
  const month = Number(new Intl.DateTimeFormat('en-US', { timeZone, month: 'numeric' }).format(at))
  return month >= 4 && month <= 7 ? [next, year] : [year, next]
}
