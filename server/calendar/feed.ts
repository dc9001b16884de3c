import 'server-only'
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { daysAfter } from '#domain/day.ts'
import type { Actor } from '#domain/people.ts'
import { ENTRY_NAMES, entryTitle, type CalendarEntry } from '#domain/planning/calendar.ts'
import { STATE_NAMES } from '#domain/workflow.ts'
import { paperSettings } from '../settings/queries.ts'
import { paperDay } from '../settings/paper-day.ts'
import { calendarEntries } from './queries.ts'

/** How far a feed reaches back and ahead, in days. */
const BACK = 30
const AHEAD = 180

/**
 * The calendar as a program can read it (iCalendar, RFC 5545): headlines and where stories stand, never their text. Days are DATE
 * values, instants are in UTC, so that no time zone has to be described. `now`: when it was asked for.
 */
export async function calendarFeed(actor: Actor, now: Date): Promise<string> {
  const [{ name }, { today }] = await Promise.all([paperSettings(actor), paperDay(now)])
  const { entries } = await calendarEntries(actor, { from: daysAfter(today, -BACK), to: daysAfter(today, AHEAD), sectionId: null })
  const calendar = ical({ name: `${name}: newsroom`, prodId: { company: 'Fourth Period', product: 'Newsroom calendar', language: 'EN' }, method: ICalCalendarMethod.PUBLISH, ttl: 60 * 60 })
  for (const entry of entries) {
    const start = entry.at === null ? new Date(`${entry.day}T00:00:00Z`) : new Date(entry.at)
    calendar.createEvent({
      id: `${entry.key}@fourth-period`,
      start,
      ...(entry.at === null ? { allDay: true, end: new Date(`${daysAfter(entry.day, 1)}T00:00:00Z`) } : {}),
      timezone: 'UTC',
      stamp: now,
      summary: summaryOf(entry),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return `${calendar.toString()}\r\n`
}

function summaryOf(entry: CalendarEntry): string {
  const { kind, status, state } = entry
  return `${ENTRY_NAMES[kind]}${status === 'late' ? ' (late)' : ''}: ${entryTitle(entry)}${state === null ? '' : ` · ${STATE_NAMES[state]}`}`
}
