import { LETTER_KIND_NAMES, LETTER_STATE_NAMES } from '#domain/letters/letter.ts'
import type { LetterLine } from '#server/letters/queries.ts'
import { Day, Moment } from '../time.tsx'

/** Letters and tips, one a line, in the order given. Of a tip the day alone is known. */
export function LetterLines({ lines, timeZone }: { lines: readonly LetterLine[]; timeZone: string }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lines.map(({ id, kind, state, start, name, at, takenBy }) => (
        <li key={id} className="flex flex-col gap-1 py-3">
          <a href={`/newsroom/readers/letters/${id}`} dir="auto" className="text-link py-1 font-semibold break-words">
            {start}
          </a>
          <p className="flex flex-wrap gap-x-4 text-sm">
            <span>{LETTER_KIND_NAMES[kind]}</span>
            <span className={state === 'NEW' ? 'font-semibold' : ''}>
              {LETTER_STATE_NAMES[state]}
              {takenBy === null ? '' : ` by ${takenBy}`}
            </span>
            <span className="text-soft">
              {name === '' ? '' : `${name}, `}
              {kind === 'TIP' ? <Day at={at} /> : <Moment at={at} timeZone={timeZone} />}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
