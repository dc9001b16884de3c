import type { SectionView, StoryCardView } from '#domain/story-view.ts'
import type { BlockShape } from './block-shapes.ts'
import { StoryCard } from './story-card.tsx'

/** A section on the front page: its name under a rule, its first story with picture, the others in columns. */
export function SectionBlock({ section, stories, timeZone, shape }: { section: SectionView; stories: readonly StoryCardView[]; timeZone: string; shape: BlockShape }) {
  const [first, ...others] = stories
  if (first === undefined) return null
  const id = `section-${section.slug}`
  return (
    <section className="block" aria-labelledby={id} data-section={section.slug} data-shape={shape}>
      <h2 id={id} className="block-name">
        <a href={`/${section.slug}`}>{section.name}</a>
      </h2>
      <div className="block-stories" data-count={stories.length}>
        <StoryCard story={first} timeZone={timeZone} size="main" level="h3" />
        {others.length > 0 && (
          <div className="block-others">
            {others.map((story) => (
              <StoryCard key={story.path} story={story} timeZone={timeZone} size="plain" level="h3" />
            ))}
          </div>
        )}
      </div>
    </section>
  )
}
