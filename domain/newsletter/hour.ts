import { dayIn, daysAfter, instantOf } from '../day.ts'

/** When the weekly newsletter goes out: `weekday` 0 is Sunday, `hour` 0 to 23, on the clocks of the paper. */
export type WeeklyHour = { weekday: number; hour: number }

export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** After a downtime of up to this long it is still sent; later it waits for the next week. */
export const LATE_HOURS = 24

/** The newest hour of the week that has come at `now`: its day names it, once and for all. */
export function newestHour({ weekday, hour }: WeeklyHour, now: Date, timeZone: string): { period: string; at: Date } {
  const today = dayIn(now, timeZone)
  const back = (new Date(`${today}T12:00:00Z`).getUTCDay() - weekday + 7) % 7
  const at = (day: string) => instantOf(`${day}T${String(hour).padStart(2, '0')}:00:00`, timeZone) ?? new Date(`${day}T12:00:00Z`)
  const day = daysAfter(today, -back)
  const period = at(day) <= now ? day : daysAfter(day, -7)
  return { period, at: at(period) }
}

/** The same where it is due: it came after it was planned like this (`since`), and not too long ago. null: nothing is due. */
export function dueHour(plan: WeeklyHour & { since: Date }, now: Date, timeZone: string): { period: string; at: Date } | null {
  const newest = newestHour(plan, now, timeZone)
  const late = now.getTime() - newest.at.getTime()
  return newest.at > plan.since && late <= LATE_HOURS * 3_600_000 ? newest : null
}
