import { ENTRY_NAMES, entryAddress, entryTitle, type CalendarEntry, type EntryKind } from '#domain/planning/calendar.ts'
import { STATE_NAMES } from '#domain/workflow.ts'
import { Moment } from '../time.tsx'
import { calendarAddress, type CalendarState } from './calendar-address.ts'

const COLOURS: Record<EntryKind, string> = {
  front: 'border-l-accent',
  scheduled: 'border-l-accent',
  unpublish: 'border-l-bad',
  planned: 'border-l-info',
  draft: 'border-l-warn',
  edit: 'border-l-warn',
  photo: 'border-l-strong',
  published: 'border-l-good',
}

type Props = { entry: CalendarEntry; state: CalendarState; timeZone: string; roomy: boolean }

/** One entry of the calendar. What can be moved carries what the mover needs, and a link to its form. `roomy`: there is space for all of it. */
export function CalendarEntryItem({ entry, state, timeZone, roomy }: Props) {
  const headline = entryTitle(entry)
  const moved = entry.movable
    ? { 'data-key': entry.key, 'data-kind': entry.kind, 'data-story': entry.storyId ?? '', 'data-request': entry.requestId ?? '', 'data-from': entry.day, 'data-headline': headline, 'data-movable': '' }
    : { 'data-key': entry.key }
  return (
    <li {...moved} className={`group flex min-w-0 flex-col gap-0.5 rounded-sm border border-l-4 border-rule bg-sheet px-2 py-1 text-xs data-[lifted]:opacity-60 ${entry.movable ? 'select-none' : ''} ${COLOURS[entry.kind]}`}>
      <p className={entry.status === 'late' ? 'font-semibold text-bad' : 'text-soft'}>
        {entry.movable && (
          <span data-grip="" aria-hidden="true" className="mr-1 inline-block cursor-grab touch-none px-1 select-none max-lg:px-2 max-lg:py-1">
            ⠿
          </span>
        )}
        {ENTRY_NAMES[entry.kind]}
        {entry.status === 'late' && ' · late'}
        {entry.status === 'done' && entry.kind !== 'published' && ' · done'}
        {entry.at !== null && roomy && (
          <>
            {' · '}
            <Moment at={entry.at} timeZone={timeZone} />
          </>
        )}
      </p>
      <a href={entryAddress(entry)} draggable={false} aria-describedby={entry.movable ? 'calendar-keys' : undefined} className={`font-semibold break-words hover:underline ${roomy ? 'text-sm' : 'line-clamp-2'}`}>
        {headline}
      </a>
      {roomy && (
        <p className="text-soft">
          {entry.state === null ? 'As it is arranged on the desk' : `${entry.section ?? 'No section'} · ${STATE_NAMES[entry.state]}`}
        </p>
      )}
      {entry.movable && (
        <p>
          <a href={calendarAddress({ ...state, move: entry.key })} className="text-link inline-block py-0.5 max-lg:py-3">
            Move to…<span className="sr-only"> another day: {ENTRY_NAMES[entry.kind]}, {headline}</span>
          </a>
        </p>
      )}
    </li>
  )
}
