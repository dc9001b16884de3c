import type { ReactNode } from 'react'
import type { PitchView } from '#server/planning/pitch-queries.ts'
import { Moment } from '../time.tsx'
import { Day } from '../planning/due-mark.tsx'

type Props = { pitch: PitchView; today: string; timeZone: string }

/** All that a pitch says. */
export function PitchText({ pitch, today, timeZone }: Props) {
  return (
    <div className="flex max-w-prose flex-col gap-3">
      <p className="text-sm text-soft">
        Pitched by {pitch.by}, <Moment at={pitch.at} timeZone={timeZone} />
      </p>
      <p className="break-words whitespace-pre-wrap">{pitch.why}</p>
      <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[max-content_1fr]">
        <Fact name="Section">{pitch.section ?? 'Not sure yet'}</Fact>
        <Fact name="Hoped for">{pitch.hopedFor === null ? 'Any day' : <Day day={pitch.hopedFor} today={today} />}</Fact>
        <Fact name="Sources">{pitch.sources === '' ? 'None named' : pitch.sources}</Fact>
        <Fact name="Pictures">{pitch.pictures === '' ? 'None needed' : pitch.pictures}</Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="font-semibold">{name}</dt>
      <dd className="break-words whitespace-pre-wrap">{children}</dd>
    </>
  )
}

/** How a pitch was answered: by whom, when, and in which words. Nothing where it was not. */
export function PitchAnswerText({ pitch, timeZone }: Omit<Props, 'today'>) {
  if (pitch.answeredAt === null) return null
  return (
    <div className="max-w-prose text-sm">
      <p>
        <span className="font-semibold">{pitch.answeredBy ?? 'Somebody'}</span> {pitch.storyId === null ? 'declined it' : 'accepted it'}
        <span className="text-soft">
          {' · '}
          <Moment at={pitch.answeredAt} timeZone={timeZone} />
        </span>
      </p>
      {pitch.answer !== '' && <blockquote className="mt-1 border-l-4 border-rule pl-3 break-words whitespace-pre-wrap">{pitch.answer}</blockquote>}
    </div>
  )
}

/** The pitch that a story came from, with its answer: the beginning of its history. */
export function PitchOrigin({ pitch, today, timeZone }: Props) {
  return (
    <section aria-labelledby="origin" className="mt-6 flex flex-col gap-3 border-l-4 border-rule pl-4">
      <h2 id="origin" className="font-semibold">
        How it began: the pitch “{pitch.title}”
      </h2>
      <PitchText pitch={pitch} today={today} timeZone={timeZone} />
      <PitchAnswerText pitch={pitch} timeZone={timeZone} />
    </section>
  )
}
