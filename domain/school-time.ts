import { z } from 'zod'
import { isDay, minutesAhead } from './day.ts'

/**
 * Dates and times as the clocks of the school show them, and the instants that they mean. Where clocks are put forward, some
 * times do not exist; where they are put back, some happen twice: neither is ever guessed.
 */

/** A day and a time of day, "2026-11-24" and "15:00". */
export type WallTime = { date: string; time: string }
/** Which of two equal times is meant, where clocks are put back. */
export const WHICH = ['first', 'second'] as const
export type Which = (typeof WHICH)[number]

export const wallDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose a day.').refine(isDay, 'There is no such day.')
/** Browsers may send seconds; a minute is what is meant. */
export const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'Choose a time, such as 15:00.').transform((time) => time.slice(0, 5))
export const whichSchema = z.enum(WHICH).optional()

/** What a wall time means in a time zone: one instant, none (with the next time that exists), or two, the earlier first. */
export type Meaning = { kind: 'once'; at: Date } | { kind: 'skipped'; next: WallTime } | { kind: 'twice'; first: Date; second: Date }

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * The instants at which the clocks of a time zone (IANA name) show this. Every offset that holds within a day of it is tried, and
 * those kept under which the clocks really show it. Throws a RangeError for text that is no day or time.
 */
export function meaningOf({ date, time }: WallTime, timeZone: string): Meaning {
  const asUtc = new Date(`${date}T${time}:00Z`).getTime()
  if (Number.isNaN(asUtc) || !isDay(date)) throw new RangeError(`no such time: ${date} ${time}`)
  const offsets = [...new Set([minutesAhead(new Date(asUtc - DAY), timeZone), minutesAhead(new Date(asUtc + DAY), timeZone)])]
  const tried = offsets.map((minutes) => ({ minutes, at: new Date(asUtc - minutes * MINUTE) })).sort((a, b) => a.at.getTime() - b.at.getTime())
  const [first, second] = tried.filter(({ minutes, at }) => minutesAhead(at, timeZone) === minutes)
  if (first === undefined) return { kind: 'skipped', next: wallTimeOf(changeBetween(tried.map(({ at }) => at), timeZone), timeZone) }
  return second === undefined ? { kind: 'once', at: first.at } : { kind: 'twice', first: first.at, second: second.at }
}

/** The first minute at which the clocks are changed, between the first and the last of these instants. */
function changeBetween(instants: Date[], timeZone: string): Date {
  let [before, after] = [instants[0]?.getTime() ?? 0, instants.at(-1)?.getTime() ?? 0]
  const old = minutesAhead(new Date(before), timeZone)
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE
    if (minutesAhead(new Date(middle), timeZone) === old) before = middle
    else after = middle
  }
  return new Date(after)
}

/** What the clocks of a time zone show at an instant, to the minute. */
export function wallTimeOf(at: Date, timeZone: string): WallTime {
  const shown = new Date(at.getTime() + minutesAhead(at, timeZone) * MINUTE).toISOString()
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** One of two equal times, told apart: "1:30 AM PDT (UTC−7)". */
export function offsetWords(at: Date, timeZone: string): string {
  const named = partOf(at, timeZone, { timeZoneName: 'short' }, 'timeZoneName')
  const offset = partOf(at, timeZone, { timeZoneName: 'shortOffset' }, 'timeZoneName').replace('GMT', 'UTC').replace('-', '−')
  const time = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' }).format(at)
  return named.startsWith('GMT') || named === offset ? `${time} (${offset})` : `${time} ${named} (${offset})`
}

function partOf(at: Date, timeZone: string, options: Intl.DateTimeFormatOptions, type: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone, ...options }).formatToParts(at).find((part) => part.type === type)?.value ?? ''
}

/** A planned moment for the newsroom: "Tue, Nov 24, 3:00 PM", with the year where it is not that of `now`. */
export function plannedWords(at: Date, timeZone: string, now: Date): string {
  const year = wallTimeOf(at, timeZone).date.slice(0, 4) === wallTimeOf(now, timeZone).date.slice(0, 4) ? {} : { year: 'numeric' as const }
  return new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', month: 'short', day: 'numeric', ...year, hour: 'numeric', minute: '2-digit' }).format(at)
}

/** A wall time as people read it, whatever the zone: "Nov 24, 3:00 PM". */
export function wallWords({ date, time }: WallTime): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(new Date(`${date}T${time}:00Z`))
}
