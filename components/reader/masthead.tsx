import { paperLongDate } from '#domain/paper-date.ts'
import { FIRST_LOOK } from '#domain/look/look.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { Nameplate } from './nameplate.tsx'

/** The head of a page: the paper's name in its own face, and the sections. `front`: the large one, as the page's heading. */
export function Masthead({ paper, current, front, latest }: { paper: PaperView; current: string | null; front: boolean; latest: string | null }) {
  const words = wordsOf(paper.language).frame
  const { logo, navigation } = paper.look ?? FIRST_LOOK
  const name = <Nameplate name={paper.name} logo={logo} />
  // Parts of a section stand on its own page.
  const sections = navigation.sections ? paper.sections.filter(({ parent }) => parent === undefined || parent === null) : []
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
          {latest !== null && <time dateTime={latest}>{paperLongDate(latest, paper)}</time>}
        </p>
      )}
      {sections.length + navigation.head.length > 0 && (
        <nav aria-label={words.sections} className="sections">
          <ul>
            {sections.map(({ slug, name: section }) => (
              <li key={slug} data-section={slug}>
                <a href={`/${slug}`} {...(slug === current ? { 'aria-current': 'page' as const } : {})}>
                  {section}
                </a>
              </li>
            ))}
            {navigation.head.map(({ label, href }, index) => (
              <li key={index} dir="auto">
                <a href={href} {...(current !== null && href === `/${current}` ? { 'aria-current': 'page' as const } : {})}>
                  {label}
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
