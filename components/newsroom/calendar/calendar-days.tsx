import { daysOf, longDay, type CalendarEntry, type DayRange } from '#domain/planning/calendar.ts'
import { calendarAddress, type CalendarState } from './calendar-address.ts'
import { CalendarEntryItem } from './calendar-entry.tsx'

type Props = { entries: readonly CalendarEntry[]; range: DayRange; today: string; timeZone: string; state: CalendarState }

const DROP = 'data-[drop]:outline-3 data-[drop]:-outline-offset-3 data-[drop]:outline-linked'
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
/** As many as a day of the month shows; the rest is one press away. */
const MOST_IN_A_DAY = 4

const onDay = (entries: readonly CalendarEntry[], day: string) => entries.filter((entry) => entry.day === day)

/** A month as a grid of weeks. On a narrow screen it is wider than the screen and scrolls by itself. */
export function MonthGrid({ entries, range, today, timeZone, state }: Props) {
  const days = daysOf(range)
  const weeks = days.filter((_, at) => at % 7 === 0).map((sunday) => days.slice(days.indexOf(sunday), days.indexOf(sunday) + 7))
  return (
    // A region that scrolls must be reachable by keyboard. It holds what is hidden from sight, which would else widen the page.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label="Month" tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full min-w-[56rem] table-fixed border-collapse">
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col" className="pb-1 text-left text-xs font-semibold text-soft">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const here = onDay(entries, day)
                const outside = day.slice(0, 7) !== state.day.slice(0, 7)
                return (
                  <td key={day} data-day={day} className={`h-28 border border-rule p-1 align-top ${outside ? 'bg-wash' : ''} ${DROP}`}>
                    <p className={`mb-1 text-xs ${day === today ? 'font-bold text-accent' : 'text-soft'}`}>
                      <time dateTime={day}>{Number(day.slice(8))}</time>
                      {day === today && ' · today'}
                    </p>
                    <ul className="flex flex-col gap-1">
                      {here.slice(0, MOST_IN_A_DAY).map((entry) => (
                        <CalendarEntryItem key={entry.key} entry={entry} state={state} timeZone={timeZone} roomy={false} />
                      ))}
                    </ul>
                    {here.length > MOST_IN_A_DAY && (
                      <a href={calendarAddress({ ...state, view: 'agenda', day, move: null })} className="text-link mt-1 inline-block py-1 text-xs max-lg:py-3">
                        {here.length - MOST_IN_A_DAY} more<span className="sr-only"> on {longDay(day)}</span>
                      </a>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Days one below the other, or where there is room a week side by side. */
export function DayList({ entries, range, today, timeZone, state, beside = false }: Props & { beside?: boolean }) {
  return (
    <ol className={beside ? 'grid gap-2 xl:grid-cols-7' : 'flex flex-col gap-1'}>
      {daysOf(range).map((day) => {
        const here = onDay(entries, day)
        return (
          <li key={day} data-day={day} className={`min-w-0 rounded-sm border border-rule p-2 ${beside ? 'xl:min-h-48' : ''} ${DROP}`}>
            <h2 className={`text-sm ${day === today ? 'font-bold text-accent' : here.length > 0 ? 'font-semibold' : 'text-soft'}`}>
              <time dateTime={day}>{longDay(day)}</time>
              {day === today && ' · today'}
            </h2>
            {here.length > 0 && (
              <ul className="mt-1 flex flex-col gap-1">
                {here.map((entry) => (
                  <CalendarEntryItem key={entry.key} entry={entry} state={state} timeZone={timeZone} roomy />
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ol>
  )
}
