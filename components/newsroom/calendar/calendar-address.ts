import type { CalendarView } from '#domain/planning/calendar.ts'

/** What the calendar shows. `view` null: the month where there is room for it, else the agenda. `move`: the entry whose form is open. */
export type CalendarState = { view: CalendarView | null; day: string; sectionId: string | null; move: string | null }

/** The address of the calendar that shows this. */
export function calendarAddress({ view, day, sectionId, move }: CalendarState): string {
  const query = new URLSearchParams({ ...(view === null ? {} : { view }), day, ...(sectionId === null ? {} : { section: sectionId }), ...(move === null ? {} : { move }) })
  return `/newsroom/calendar?${query}${move === null ? '' : '#move'}`
}
