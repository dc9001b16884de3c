import type { Words } from '#domain/words/words.ts'
import type { Chapter } from './lay-out.ts'

/** What a long story is made of, as a list of ways into it. One chapter needs no list. */
export function Chapters({ chapters, words }: { chapters: readonly Chapter[]; words: Words['story'] }) {
  if (chapters.length < 2) return null
  return (
    <nav className="chapters" aria-labelledby="chapters-name">
      <h2 id="chapters-name">{words.chapters}</h2>
      <ol>
        {chapters.map(({ id, title }) => (
          <li key={id} dir="auto">
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
