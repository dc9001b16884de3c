import { StoryCard } from '#components/reader/story-card.tsx'
import type { PaperView, StoryCardView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'

/** What stands under the form before anything was asked: ways into the paper. */
export function SearchStart({ paper: { sections, timeZone, language }, newest }: { paper: PaperView; newest: readonly StoryCardView[] }) {
  const words = wordsOf(language).search
  return (
    <>
      {sections.length > 0 && (
        <section aria-labelledby="search-sections" className="search-start">
          <h2 id="search-sections">{words.sections}</h2>
          <ul>
            {sections.map(({ slug, name }) => (
              <li key={slug}>
                <a href={`/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {newest.length > 0 && (
        <section aria-labelledby="search-newest" className="search-results">
          <h2 id="search-newest" className="search-count">
            {words.newest}
          </h2>
          {newest.map((story) => (
            <StoryCard key={story.path} story={story} timeZone={timeZone} size="row" level="h3" kicker />
          ))}
        </section>
      )}
    </>
  )
}
