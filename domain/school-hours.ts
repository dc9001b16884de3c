import { dayIn, daysAfter, instantOf, isDay } from './day.ts'

/** When school is on. `opens`, `closes`: "08:00" on the clocks of `timeZone`; `daysOff`: days without school, both ends included. Saturdays and Sundays never count. */
export type SchoolWeek = { opens: string; closes: string; daysOff: readonly { from: string; to: string }[]; timeZone: string }

/** No school year is this long without a single school day. */
const MOST_DAYS = 500
const MS_AN_HOUR = 3_600_000

/** Whether there is school on a day ("2026-11-24"). */
export function isSchoolDay(day: string, { daysOff }: Pick<SchoolWeek, 'daysOff'>): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !daysOff.some(({ from, to }) => from <= day && day <= to)
}

/**
 * The instant at which so many hours of school have passed since `from`: nights, weekends and days off do not count, so that
 * nobody is late for what came in on a Friday evening. A school day is as long as its clocks say, over both changes of the clocks too.
 * Where no school day comes for 500 days, the end of that time.
 */
export function afterSchoolHours(from: Date, hours: number, week: SchoolWeek): Date {
  let left = hours * MS_AN_HOUR
  let day = dayIn(from, week.timeZone)
  for (let count = 0; count < MOST_DAYS; count += 1, day = daysAfter(day, 1)) {
    if (!isSchoolDay(day, week)) continue
    const [opens, closes] = [instantOf(`${day}T${week.opens}:00`, week.timeZone), instantOf(`${day}T${week.closes}:00`, week.timeZone)]
    if (opens === null || closes === null) continue
    const begins = Math.max(opens.getTime(), from.getTime())
    const lasts = Math.max(0, closes.getTime() - begins)
    if (lasts > 0 && left <= lasts) return new Date(begins + left)
    left -= lasts
  }
  return instantOf(`${day}T${week.opens}:00`, week.timeZone) ?? from
}

/** How many days of school lie from `from` up to before `before`; of a longer time, its last 500 days are counted. */
export function schoolDaysBetween(from: string, before: string, week: Pick<SchoolWeek, 'daysOff'>): number {
  let count = 0
  for (let day = daysAfter(before, -1), seen = 0; day >= from && seen < MOST_DAYS; day = daysAfter(day, -1), seen += 1) if (isSchoolDay(day, week)) count += 1
  return count
}

/**
 * Days without school as people write them, one a line: "2026-11-26" or "2026-12-21 to 2027-01-01". `wrong`: the first line that
 * is neither.
 */
export function readDaysOff(text: string): { from: string; to: string }[] | { wrong: string } {
  const days: { from: string; to: string }[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, from = '', to = from] = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:to|–|-)\s*(\d{4}-\d{2}-\d{2}))?$/.exec(line) ?? []
    if (!isDay(from) || !isDay(to) || to < from) return { wrong: line }
    days.push({ from, to })
  }
  return days
}

/** The same days as text again, one a line. */
export function writeDaysOff(days: SchoolWeek['daysOff']): string {
  return days.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join('\n')
}
