import type { StoryLink, StorySurroundings, StoryView } from '#domain/story-view.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf, type Words } from '#domain/words/words.ts'
import { StoryCard } from './story-card.tsx'

type Props = { story: StoryView; surroundings: StorySurroundings; timeZone: string; language: Language }

/** More stories are a list, not an end. */
const SHOWN = 3

/** After a story: others like it, and its neighbours in its section. What the text or its series points to already is not shown again. */
export function Surroundings({ story, surroundings, timeZone, language }: Props) {
  const words = wordsOf(language).story
  const { series } = story
  const shown = new Set([...Object.values(story.related), series?.previous, series?.next].map((link) => link?.path))
  const related = surroundings.related.filter(({ path }) => !shown.has(path)).slice(0, SHOWN)
  return (
    <>
      {related.length > 0 && (
        <section className="related-stories" aria-labelledby="related-stories-name">
          <h2 id="related-stories-name">{words.relatedStories}</h2>
          <div className="related-stories-row">
            {related.map((card) => (
              <StoryCard key={card.path} story={card} timeZone={timeZone} size="plain" level="h3" kicker />
            ))}
          </div>
        </section>
      )}
      {story.section !== null && <Neighbours section={story.section.name} surroundings={surroundings} words={words} />}
    </>
  )
}

function Neighbours({ section, surroundings, words }: { section: string; surroundings: StorySurroundings; words: Words['story'] }) {
  const { previous, next } = surroundings
  if (previous === null && next === null) return null
  return (
    <nav className="neighbours" aria-label={words.inSection(section)}>
      {previous !== null && <Neighbour link={previous} label={words.previous} rel="prev" />}
      {next !== null && <Neighbour link={next} label={words.next} rel="next" />}
    </nav>
  )
}

function Neighbour({ link, label, rel }: { link: StoryLink; label: string; rel: 'prev' | 'next' }) {
  return (
    <a href={link.path} rel={rel}>
      <span>{label}</span>
      <b dir="auto">{link.headline}</b>
    </a>
  )
}
