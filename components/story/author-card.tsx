import type { BylineView } from '#domain/story-view.ts'
import type { Words } from '#domain/words/words.ts'

/** Under an opinion piece: who signs it, what they say of themselves, and that it is theirs alone. */
export function AuthorCard({ bylines, words }: { bylines: readonly BylineView[]; words: Words['story'] }) {
  return (
    <aside className="author-card" aria-label={bylines.length > 1 ? words.aboutAuthors : words.aboutAuthor}>
      {bylines.map(({ name, credit, bio = '' }, index) => (
        <div key={index} className="author">
          <p className="author-name">
            <b dir="auto">{name}</b>
            {credit !== '' && <span dir="auto">{credit}</span>}
          </p>
          {bio !== '' && (
            <p className="author-bio" dir="auto">
              {bio}
            </p>
          )}
        </div>
      ))}
      <p className="disclaimer">{words.disclaimer}</p>
    </aside>
  )
}
