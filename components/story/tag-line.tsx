import type { TagView } from '#domain/story-view.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

/** The topics of a story, each a way to the others on it. */
export function TagLine({ tags, language = 'en' }: { tags: readonly TagView[]; language?: Language }) {
  if (tags.length === 0) return null
  return (
    <nav className="story-tags" aria-label={wordsOf(language).lists.topics}>
      <span aria-hidden="true">{wordsOf(language).lists.topics}</span>
      <ul>
        {tags.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/tag/${slug}`} dir="auto">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
