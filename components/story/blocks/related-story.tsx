import type { RelatedStoryView } from '#domain/story-view.ts'
import type { Around } from '../around.ts'
import { Picture } from '../picture.tsx'

/** A card of another story of the paper; nothing while that one is not live. */
export function RelatedStoryBlock({ story, around }: { story: RelatedStoryView | undefined; around: Around }) {
  if (story === undefined) return null
  return (
    <aside className="related-story" aria-label={around.words.relatedStory}>
      {story.lead !== null && (
        <span className="related-story-picture">
          <Picture asset={story.lead.asset} alt="" sizes="8rem" crop={{ to: 'card', focus: story.lead.focus }} />
        </span>
      )}
      <p>
        <span className="related-story-kicker">{around.words.related(story.section.name)}</span>
        <a href={story.path} dir="auto">
          {story.headline}
        </a>
      </p>
    </aside>
  )
}
