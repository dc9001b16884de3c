import { dayIn, daysAfter } from '../day.ts'
import { meaningOf, type WallTime } from '../school-time.ts'
import type { DigestEvery } from './settings.ts'

/** A digest that is due: `period` names it, once and for all; it tells of what happened up to `until`. */
export type DuePeriod = { period: string; until: Date }

const MONDAY = 1
const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay()

/** The instant of this hour of a day. For an hour that the clocks skip it is the next time that there is, of one that comes twice the first. */
function at(day: string, hour: number, timeZone: string): Date {
  return instantOf({ date: day, time: `${String(hour).padStart(2, '0')}:00` }, timeZone)
}

function instantOf(wall: WallTime, timeZone: string): Date {
  const meaning = meaningOf(wall, timeZone)
  if (meaning.kind === 'skipped') return instantOf(meaning.next, timeZone)
  return meaning.kind === 'once' ? meaning.at : meaning.first
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
