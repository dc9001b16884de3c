import { daysAfter, instantOf, isDay } from './day.ts'
import { isSchoolYear, nextSchoolYear, schoolYear, schoolYearDays } from './school-year.ts'

/** The archive: what came out in a school year, a month or a day, all told by the school's calendar and clocks. */

/** "2026-27", "2026-11" or "2026-11-30". */
export type Period = { kind: 'year' | 'month' | 'day'; text: string }

/** The period that an address names behind /archive: "2026-27"; "2026" and "11"; with "30" besides. null: none. */
export function periodOf(year: string, month?: string, day?: string): Period | null {
  if (month === undefined) return isSchoolYear(year) ? { kind: 'year', text: year } : null
  if (!/^[12]\d{3}$/.test(year) || !/^\d{2}$/.test(month) || !isDay(`${year}-${month}-01`)) return null
  if (day === undefined) return { kind: 'month', text: `${year}-${month}` }
  return /^\d{2}$/.test(day) && isDay(`${year}-${month}-${day}`) ? { kind: 'day', text: `${year}-${month}-${day}` } : null
}

/** Where a period is found. */
export function archivePath({ kind, text }: Period): string {
  return `/archive/${kind === 'year' ? text : text.replaceAll('-', '/')}`
}

const monthAfter = (month: string): string => daysAfter(`${month}-28`, 4).slice(0, 7)

/** The days of a period: from the one, up to before the other. */
export function daysOfPeriod({ kind, text }: Period): { from: string; before: string } {
  switch (kind) {
    case 'year':
      return schoolYearDays(text)
    case 'month':
      return { from: `${text}-01`, before: `${monthAfter(text)}-01` }
    case 'day':
      return { from: text, before: daysAfter(text, 1) }
  }
}

/** The instant at which a day begins at school. Throws a RangeError for text that is no day. */
export function beginOf(day: string, timeZone: string): Date {
  const at = instantOf(`${day}T00:00:00`, timeZone)
  if (at === null) throw new RangeError(`no such day: ${day}`)
  return at
}

/** The days of a month. */
export function daysOfMonth(month: string): string[] {
  const { before } = daysOfPeriod({ kind: 'month', text: month })
  const days: string[] = []
  for (let day = `${month}-01`; day < before; day = daysAfter(day, 1)) days.push(day)
  return days
}

/** The months of a school year in its order, August first. */
export function monthsOfYear(year: string): string[] {
  const { from, before } = schoolYearDays(year)
  const months: string[] = []
  for (let month = from.slice(0, 7); month < before.slice(0, 7); month = monthAfter(month)) months.push(month)
  return months
}

/** The school years from that of one instant to that of another, the newest first. */
export function yearsBetween(oldest: Date, newest: Date, timeZone: string): string[] {
  const last = schoolYear(newest, timeZone)
  const years = [last]
  for (let year = schoolYear(oldest, timeZone); year < last; year = nextSchoolYear(year)) years.splice(1, 0, year)
  return years
}

/** A month as weeks of seven places that begin on Sunday; null stands where a day belongs to another month. */
export function weeksOfMonth(month: string): (string | null)[][] {
  const days = daysOfMonth(month)
  const before = new Date(`${month}-01T00:00:00Z`).getUTCDay()
  const places = [...Array.from({ length: before }, () => null), ...days, ...Array.from({ length: (42 - before - days.length) % 7 }, () => null)]
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
}

/** The school year that a month or a day falls in. */
export function yearOfPeriod({ kind, text }: Period): string {
  if (kind === 'year') return text
  const start = Number(text.slice(0, 4)) - (Number(text.slice(5, 7)) >= 8 ? 0 : 1)
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}
