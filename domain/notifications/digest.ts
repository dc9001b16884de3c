import { dayIn, daysAfter, instantOf } from '../day.ts'
import type { DigestEvery } from './settings.ts'

/** A digest that is due: `period` names it, once and for all; it tells of what happened up to `until`. */
export type DuePeriod = { period: string; until: Date }

const MONDAY = 1
const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay()

/** The instant of this hour of a day. An hour that the clocks skip is the one after it, of one that comes twice the first. */
function at(day: string, hour: number, timeZone: string): Date {
  return instantOf(`${day}T${String(hour).padStart(2, '0')}:00:00`, timeZone) ?? new Date(`${day}T00:00:00Z`)
}

/**
 * The newest digest whose hour has come at `now`, on the clocks of the paper: every day's, or every Monday's. null: they want none. The period
 * is that of the day, whatever hour they choose, so that a changed hour brings no second one that day.
 */
export function duePeriod({ digest, digestHour }: { digest: DigestEvery; digestHour: number }, now: Date, timeZone: string): DuePeriod | null {
  if (digest === 'NEVER') return null
  const today = dayIn(now, timeZone)
  const begun = (day: string) => at(day, digestHour, timeZone) <= now
  if (digest === 'DAILY') {
    const day = begun(today) ? today : daysAfter(today, -1)
    return { period: day, until: at(day, digestHour, timeZone) }
  }
  const monday = daysAfter(today, -((weekdayOf(today) + 7 - MONDAY) % 7))
  const day = begun(monday) ? monday : daysAfter(monday, -7)
  return { period: day, until: at(day, digestHour, timeZone) }
}
