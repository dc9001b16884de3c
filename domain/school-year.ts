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
