import type { PitchView } from '#server/planning/pitch-queries.ts'
import { Moment } from '../time.tsx'
import { Day } from '../planning/due-mark.tsx'
import { PitchBadge } from './pitch-badge.tsx'

/** Pitches a line each: title, who, when they hope to see it, how it stands. */
export function PitchLines({ pitches, today, timeZone }: { pitches: readonly PitchView[]; today: string; timeZone: string }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {pitches.map((pitch) => (
        <li key={pitch.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
          <div className="min-w-0 flex-1 basis-80">
            <a href={`/newsroom/pitches/${pitch.id}`} className="font-serif text-lg font-semibold break-words hover:underline">
              {pitch.title}
            </a>
            <p className="text-sm text-soft">
              {pitch.mine ? 'You' : pitch.by} · {pitch.section ?? 'No section'}
              {pitch.hopedFor !== null && (
                <>
                  {' · hoped for '}
                  <Day day={pitch.hopedFor} today={today} />
                </>
              )}
            </p>
            <p className="mt-1 line-clamp-2 max-w-prose text-sm break-words">{pitch.why}</p>
          </div>
          <PitchBadge state={pitch.state} />
          <p className="text-sm text-soft">
            <Moment at={pitch.answeredAt ?? pitch.at} timeZone={timeZone} />
          </p>
        </li>
      ))}
    </ul>
  )
}
