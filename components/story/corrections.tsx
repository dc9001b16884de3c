import type { CorrectionView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { StoryDate } from './story-date.tsx'
import { toldIn } from './told-in.ts'

const words = () => wordsOf(toldIn()).telling

/** At the top of a story that was corrected: that it was, when last, and where to read it. Nothing for an update. */
export function CorrectionMark({ corrections, timeZone }: { corrections: readonly CorrectionView[]; timeZone: string }) {
  const last = corrections.findLast(({ kind }) => kind === 'CORRECTION')
  if (last === undefined) return null
  return (
    <p className="story-corrected">
      <a href="#corrections">
        {words().correctedOn}
        <StoryDate at={last.at} timeZone={timeZone} />
      </a>
    </p>
  )
}

/** What was wrong in a note and is not said again. */
function Replaced({ at, timeZone }: { at: string | null; timeZone: string }) {
  if (at === null) return null
  return (
    <>
      {' '}
      {words().replaces}
      <StoryDate at={at} timeZone={timeZone} />
      {words().replaced}
    </>
  )
}

/** One dated note: what it is, when it was published, and its words. */
export function CorrectionNote({ correction, timeZone }: { correction: CorrectionView; timeZone: string }) {
  return (
    <p className="correction" dir="auto">
      <b>
        {correction.kind === 'CORRECTION' ? words().correction : words().update}, <StoryDate at={correction.at} timeZone={timeZone} />:
      </b>{' '}
      {correction.text}
      <Replaced at={correction.replaced} timeZone={timeZone} />
    </p>
  )
}

/** At the end of a story: every note that stands on it, oldest first. */
export function Corrections({ corrections, timeZone }: { corrections: readonly CorrectionView[]; timeZone: string }) {
  if (corrections.length === 0) return null
  return (
    <section id="corrections" className="story-corrections" aria-labelledby="corrections-name">
      <h2 id="corrections-name">{corrections.some(({ kind }) => kind === 'CORRECTION') ? words().corrections : words().updates}</h2>
      {corrections.map((correction) => (
        <CorrectionNote key={correction.id} correction={correction} timeZone={timeZone} />
      ))}
    </section>
  )
}
