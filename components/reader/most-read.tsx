import type { Words } from '#domain/words/words.ts'

type Line = { path: string; headline: string; section: { name: string } }

/** The stories that were read most, in order; nothing where too few were. */
export function MostRead({ stories, words }: { stories: readonly Line[]; words: Words }) {
  if (stories.length === 0) return null
  return (
    <section className="most-read" aria-labelledby="most-read">
      <h2 id="most-read">
        {words.reading.mostRead} <span>{words.reading.mostReadSince}</span>
      </h2>
      <ol>
        {stories.map(({ path, headline, section }) => (
          <li key={path}>
            <p>
              <span className="most-read-section">{section.name}</span>
              <a href={path} dir="auto">
                {headline}
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
