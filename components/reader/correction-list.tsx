import { CorrectionNote } from '#components/story/corrections.tsx'
import type { ListedCorrection } from '#domain/story-view.ts'

/** The paper's notes, newest first; `next`: behind which one the next page goes on. */
export function CorrectionList({ page, timeZone }: { page: { corrections: readonly ListedCorrection[]; next: string | null }; timeZone: string }) {
  return (
    <>
      {page.corrections.length === 0 && <p>No correction has been published yet.</p>}
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
            Older corrections
          </a>
        </p>
      )}
    </>
  )
}
