import { neighboursOf, titleOf, VIEW_NAMES, VIEWS, type CalendarView } from '#domain/planning/calendar.ts'
import { calendarAddress, type CalendarState } from './calendar-address.ts'

type Props = { state: CalendarState; view: CalendarView; today: string; sections: readonly { id: string; name: string }[] }

/** What the calendar shows, and the ways to what it shows next. `view`: the one that is shown where the address names none. */
export function CalendarBar({ state, view, today, sections }: Props) {
  const { before, after } = neighboursOf(view, state.day)
  const to = (change: Partial<CalendarState>) => calendarAddress({ ...state, move: null, ...change })
  return (
    <div className="mb-4 flex flex-col gap-3">
      <nav aria-label="Calendar" className="flex flex-wrap items-center gap-2">
        <a href={to({ day: before })} className="button button-small max-lg:min-h-11">
          Earlier
        </a>
        <a href={to({ day: today })} className="button button-small max-lg:min-h-11">
          Today
        </a>
        <a href={to({ day: after })} className="button button-small max-lg:min-h-11">
          Later
        </a>
        <span className="flex gap-2 sm:ml-auto">
          {VIEWS.map((one) => (
            <a key={one} href={to({ view: one })} aria-current={state.view === one ? 'page' : undefined} className="button button-small aria-[current]:bg-wash max-lg:min-h-11">
              {VIEW_NAMES[one]}
            </a>
          ))}
        </span>
      </nav>
      <form method="get" role="search" aria-label="Calendar" className="flex flex-wrap items-end gap-3">
        {state.view !== null && <input type="hidden" name="view" value={state.view} />}
        <div className="flex flex-col gap-1">
          <label htmlFor="calendar-day" className="text-sm font-semibold">
            Day
          </label>
          <input id="calendar-day" name="day" type="date" defaultValue={state.day} className="control" />
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor="calendar-section" className="text-sm font-semibold">
            Section
          </label>
          <select id="calendar-section" name="section" defaultValue={state.sectionId ?? ''} className="control">
            <option value="">All</option>
            {sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="button max-lg:min-h-11">
          Show
        </button>
      </form>
      <p className="font-serif text-xl font-semibold">{titleOf(view, state.day)}</p>
    </div>
  )
}
