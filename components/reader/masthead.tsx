import { apLongDate } from '#domain/ap-date.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'

/** The head of a page: the paper's name in its own face, and the sections. `front`: the large one, as the page's heading. */
export function Masthead({ paper, current, front, latest }: { paper: PaperView; current: string | null; front: boolean; latest: string | null }) {
  const words = wordsOf(paper.language).frame
  const name = <a href="/">{paper.name}</a>
  const length = paper.name.length > 26 ? 'long' : 'short'
  return (
    <header className="masthead" data-front={front}>
      <div className="nameplate-row">
        {front ? (
          <h1 className="nameplate" data-length={length} dir="auto">
            {name}
          </h1>
        ) : (
          <p className="nameplate" data-length={length} dir="auto">
            {name}
          </p>
        )}
      </div>
      {front && (paper.motto !== '' || latest !== null) && (
        <p className="dateline">
          {paper.motto !== '' && <span dir="auto">{paper.motto}</span>}
          {latest !== null && <time dateTime={latest}>{apLongDate(latest, paper.timeZone)}</time>}
        </p>
      )}
      {paper.sections.length > 0 && (
        <nav aria-label={words.sections} className="sections">
          <ul>
            {paper.sections.map(({ slug, name: section }) => (
              <li key={slug}>
                <a href={`/${slug}`} {...(slug === current ? { 'aria-current': 'page' as const } : {})}>
                  {section}
                </a>
              </li>
            ))}
          </ul>
          <a href="/search" className="to-search" {...(current === 'search' ? { 'aria-current': 'page' as const } : {})}>
            {words.search}
          </a>
        </nav>
      )}
    </header>
  )
}
