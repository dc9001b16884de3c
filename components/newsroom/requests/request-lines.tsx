import { GROUND_WORDS, OUTCOME_WORDS } from '#domain/takedown-policy.ts'
import type { RequestLine } from '#server/requests/queries.ts'
import { Moment } from '../time.tsx'

/** Requests from readers, one a line, in the order given. */
export function RequestLines({ lines, timeZone }: { lines: readonly RequestLine[]; timeZone: string }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lines.map(({ id, reference, ground, headline, at, votes, decided }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
          <a href={`/newsroom/requests/${id}`} className="text-link py-2 font-semibold break-words">
            {headline || 'Story without a headline'}
          </a>
          <span className="text-sm">{GROUND_WORDS[ground].name}</span>
          <span className="text-sm text-soft">
            {reference} · came <Moment at={at} timeZone={timeZone} /> · {votes === 1 ? '1 vote' : `${votes} votes`}
          </span>
          {decided !== null && (
            <span className="text-sm">
              {OUTCOME_WORDS[decided.outcome].name}, <Moment at={decided.at} timeZone={timeZone} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
