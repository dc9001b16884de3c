import { z } from 'zod'
import { daysAfter } from '../day.ts'
import type { StoryState } from '../workflow.ts'
import { plannedDaySchema } from './days.ts'

/** The calendar: what stands on which day, and which days a view shows. Weeks begin on Sunday, as on the wall of an American school. */

export const ENTRY_KINDS = ['front', 'scheduled', 'unpublish', 'planned', 'draft', 'edit', 'photo', 'published'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export const ENTRY_NAMES: Record<EntryKind, string> = {
  front: 'Front page',
  scheduled: 'Scheduled',
  unpublish: 'To be unpublished',
  planned: 'Planned',
  draft: 'Draft due',
  edit: 'Editing due',
  photo: 'Picture due',
  published: 'Published',
}

/** One thing on one day at school. `key` is the same as long as the entry lives; `at`: the instant, of what has one (ISO 8601). */
export type CalendarEntry = {
  key: string
  kind: EntryKind
  day: string
  at: string | null
  /** null: it is about no single story, but the front page. */
  storyId: string | null
  /** The photo request, of an entry of one. */
  requestId: string | null
  headline: string
  section: string | null
  /** Of its story. */
  state: StoryState | null
  /** What was to happen at a minute and failed is late. */
  status: 'late' | 'done' | 'open'
  /** Whether this person can move it to another day. */
  movable: boolean
}

/** What can be moved by hand: a publication has happened, and what is scheduled for a minute is changed where it was scheduled. */
export const MOVABLE_KINDS = ['planned', 'draft', 'edit', 'photo'] as const
export const entryMoveSchema = z.object({
  kind: z.enum(MOVABLE_KINDS, 'This cannot be moved.'),
  storyId: z.uuid(),
  requestId: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid().nullable()),
  from: plannedDaySchema,
  day: plannedDaySchema,
})
export type EntryMove = z.output<typeof entryMoveSchema>

/** The page on which something is decided about an entry. */
export function entryAddress({ kind, storyId }: Pick<CalendarEntry, 'kind' | 'storyId'>): string {
  if (storyId === null) return '/newsroom/front#scheduled'
  if (kind === 'published') return `/newsroom/stories/${storyId}`
  return `/newsroom/stories/${storyId}/${kind === 'scheduled' || kind === 'unpublish' ? 'schedule' : 'plan'}`
}

/** What an entry is about, in words. */
export function entryTitle({ storyId, headline }: Pick<CalendarEntry, 'storyId' | 'headline'>): string {
  if (storyId === null) return 'The next front page comes out'
  return headline || 'Story without a headline'
}

export const VIEWS = ['month', 'week', 'agenda'] as const
export type CalendarView = (typeof VIEWS)[number]
export const VIEW_NAMES: Record<CalendarView, string> = { month: 'Month', week: 'Week', agenda: 'Agenda' }

/** How many days the agenda shows. */
export const AGENDA_DAYS = 28

/** 0 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** The Sunday on or before a day. */
export function weekStart(day: string): string {
  return daysAfter(day, -weekdayOf(day))
}

function firstOfMonth(day: string, months = 0): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  return at.toISOString().slice(0, 10)
}

/** Days, both included. */
export type DayRange = { from: string; to: string }

/** The days that a view around a day shows: a month with the whole weeks that it touches, a week, or the days from then on. */
export function rangeOf(view: CalendarView, day: string): DayRange {
  if (view === 'agenda') return { from: day, to: daysAfter(day, AGENDA_DAYS - 1) }
  if (view === 'week') return { from: weekStart(day), to: daysAfter(weekStart(day), 6) }
  const last = daysAfter(firstOfMonth(day, 1), -1)
  return { from: weekStart(firstOfMonth(day)), to: daysAfter(weekStart(last), 6) }
}

/** The days around which the views before and after this one are. */
export function neighboursOf(view: CalendarView, day: string): { before: string; after: string } {
  if (view === 'month') return { before: firstOfMonth(day, -1), after: firstOfMonth(day, 1) }
  const step = view === 'week' ? 7 : AGENDA_DAYS
  return { before: daysAfter(day, -step), after: daysAfter(day, step) }
}

/** Every day of a range, in order. */
export function daysOf({ from, to }: DayRange): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = daysAfter(day, 1)) days.push(day)
  return days
}

const monthFormat = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' })
const dayFormat = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' })
const longFormat = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' })
const noon = (day: string) => new Date(`${day}T00:00:00Z`)

/** What a view shows, in words: "November 2026", "Nov 22, 2026 to Nov 28, 2026". */
export function titleOf(view: CalendarView, day: string): string {
  if (view === 'month') return monthFormat.format(noon(day))
  const { from, to } = rangeOf(view, day)
  return `${dayFormat.format(noon(from))} to ${dayFormat.format(noon(to))}`
}

/** A day in full: "Tuesday, November 24". */
export function longDay(day: string): string {
  return longFormat.format(noon(day))
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Where an arrow key takes an entry that was picked up: by days to the sides, by weeks up and down; null: no such key, or out of what is shown. */
export function stepTo(day: string, key: string, shown: DayRange): string | null {
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined
  if (step === undefined) return null
  const next = daysAfter(day, step)
  return next >= shown.from && next <= shown.to ? next : null
}
