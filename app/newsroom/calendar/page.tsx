import { calendarAddress, type CalendarState } from '#components/newsroom/calendar/calendar-address.ts'
import { CalendarBar } from '#components/newsroom/calendar/calendar-bar.tsx'
import { DayList, MonthGrid } from '#components/newsroom/calendar/calendar-days.tsx'
import { CalendarMover } from '#components/newsroom/calendar/calendar-mover.client.tsx'
import { FeedAddress } from '#components/newsroom/calendar/feed-address.tsx'
import { MovePanel } from '#components/newsroom/calendar/move-panel.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { rangeOf, type CalendarView } from '#domain/planning/calendar.ts'
import { requireActor } from '#server/auth/actor.ts'
import { calendarAddressSince } from '#server/calendar/feed-address.ts'
import { calendarEntries } from '#server/calendar/queries.ts'
import { sectionChoices } from '#server/planning/pitch-queries.ts'
import { paperDay } from '#server/settings/paper-day.ts'
import { endCalendarAddressAction, makeCalendarAddressAction, moveEntryAction } from './actions.ts'
import { calendarFilterSchema } from './filter.ts'

/** The views that are shown: one, or where the address names none the month with room for it and else the agenda. */
function viewsOf({ view }: CalendarState): { view: CalendarView; className: string }[] {
  return view === null ? [{ view: 'month', className: 'hidden md:block' }, { view: 'agenda', className: 'md:hidden' }] : [{ view, className: '' }]
}

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { view, day, section, move } = calendarFilterSchema.parse(await searchParams)
  const { today } = await paperDay(new Date())
  const state: CalendarState = { view: view ?? null, day: day ?? today, sectionId: section ?? null, move: null }
  const views = viewsOf(state).map((one) => ({ ...one, range: rangeOf(one.view, state.day) }))
  const edges = views.flatMap(({ range }) => [range.from, range.to]).toSorted()
  const shown = { from: edges[0] ?? today, to: edges.at(-1) ?? today }
  const [{ entries, timeZone }, sections, since] = await Promise.all([calendarEntries(actor, { ...shown, sectionId: state.sectionId }), sectionChoices(actor), calendarAddressSince(actor)])
  const moved = entries.find(({ key, movable }) => movable && key === move)
  return (
    <>
      <title>Calendar · Newsroom</title>
      <PageHeader title="Calendar" lead="What is planned and due, and what was published, on the days of the school." />
      <CalendarBar state={state} view={views[0]?.view ?? 'month'} today={today} sections={sections} />
      {moved !== undefined && <MovePanel entry={moved} action={moveEntryAction} close={calendarAddress(state)} />}
      <CalendarMover move={moveEntryAction} shown={shown} mayMove={entries.some(({ movable }) => movable)}>
        {views.map(({ view: one, className, range }) => {
          const parts = { entries: entries.filter((entry) => entry.day >= range.from && entry.day <= range.to), range, today, timeZone, state }
          return (
            <div key={one} className={className}>
              {one === 'month' ? <MonthGrid {...parts} /> : <DayList {...parts} beside={one === 'week'} />}
            </div>
          )
        })}
      </CalendarMover>
      <FeedAddress since={since} make={makeCalendarAddressAction} end={endCalendarAddressAction} timeZone={timeZone} />
    </>
  )
}
