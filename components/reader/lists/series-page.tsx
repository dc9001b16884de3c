import type { PaperView, SeriesView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { StoryCard } from '../story-card.tsx'

/** A series: what it is about, and its parts in the order in which they are to be read. */
export function SeriesPage({ paper, series: { title, description, stories } }: { paper: PaperView; series: SeriesView }) {
  const words = wordsOf(paper.language).lists
  return (
    <>
      <header className="section-head">
        <p className="section-parent">
          {words.series} · {words.inSeries(stories.length)}
        </p>
        <h1 className="section-name" dir="auto">
          {title}
        </h1>
        {description !== '' && (
          <p className="list-lead" dir="auto">
            {description}
          </p>
        )}
      </header>
      <ol className="series-parts">
        {stories.map((story, index) => (
          <li key={story.path}>
            <p className="series-number" aria-hidden="true">
              {index + 1}
            </p>
            <StoryCard story={story} timeZone={paper.timeZone} size="row" level="h2" kicker />
          </li>
        ))}
      </ol>
    </>
  )
}
