import { CorrectionNote } from '#components/story/corrections.tsx'
import type { ListedCorrection, PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'

/** The paper's notes, newest first; `next`: behind which one the next page goes on. */
export function CorrectionList({ page, paper: { timeZone, language } }: { page: { corrections: readonly ListedCorrection[]; next: string | null }; paper: PaperView }) {
  const words = wordsOf(language).requests
  return (
    <>
      {page.corrections.length === 0 && <p>{words.noCorrections}</p>}
      {page.corrections.map((correction) => (
        <section key={correction.id} className="listed-correction">
          <h2 dir="auto">
            <a href={correction.story.path}>{correction.story.headline}</a>
          </h2>
          <CorrectionNote correction={correction} timeZone={timeZone} />
        </section>
      ))}
      {page.next !== null && (
        <p>
          <a href={`/corrections/before/${page.next}`} rel="next">
            {words.olderCorrections}
          </a>
        </p>
      )}
    </>
  )
}
