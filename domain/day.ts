import { zoneFormat } from './zone-format.ts'

/** Days as texts, "2026-11-24": they sort as they follow each other, and mean the same everywhere. */

const dateIn = zoneFormat({ year: 'numeric', month: '2-digit', day: '2-digit' })
const clockIn = zoneFormat({ hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' })

/** The day on which an instant falls in a time zone (IANA name). */
export function dayIn(at: Date, timeZone: string): string {
  const parts = dateIn(timeZone).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** Whether a text is a day that there is: JavaScript reads 31 November as 1 December. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

/** The day so many days later. Throws a RangeError for text that is no day. */
export function daysAfter(day: string, count: number): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + count)
  return at.toISOString().slice(0, 10)
}

/** How many minutes the clocks of a time zone are ahead of UTC at an instant. */
export function minutesAhead(at: Date, timeZone: string): number {
  const parts = clockIn(timeZone).formatToParts(at)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return Math.round((shown - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000)
}

/**
 * The instant at which the clocks of a time zone show this, "2026-11-24T15:04:05"; null for text that is no such time. A time that the
 * clocks skip is read as if they had not been put forward yet (2:30 as 3:30), one that they show twice as the first.
 */
export function instantOf(wallClock: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(wallClock)) return null
  const asUtc = new Date(`${wallClock}Z`)
  // JavaScript reads 31 November as 1 December.
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 19) !== wallClock) return null
  const dayBefore = minutesAhead(new Date(asUtc.getTime() - 86_400_000), timeZone)
  const first = new Date(asUtc.getTime() - dayBefore * 60_000)
  const ahead = minutesAhead(first, timeZone)
  if (ahead === dayBefore) return first
  const second = new Date(asUtc.getTime() - ahead * 60_000)
  return minutesAhead(second, timeZone) === ahead ? second : first
}
