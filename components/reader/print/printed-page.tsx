import type { IssuePageView, IssueView, PageLineView } from '#domain/print/views.ts'
import type { Language } from '#domain/words/language.ts'
import type { Words } from '#domain/words/words.ts'
import { IssueFacts } from './issue-page-list.tsx'
import { issueFile, PagePicture } from './page-picture.tsx'

/** Words that can be marked and copied over the picture, each line as wide as it was printed. What is read aloud is the text below. */
function TextLayer({ lines, ratio }: { lines: readonly PageLineView[]; ratio: number }) {
  const tall = (part: number) => Math.round(part * ratio * 10) / 10
  return (
    <svg className="print-text-layer" viewBox={`0 0 1000 ${tall(1_000)}`} preserveAspectRatio="none" aria-hidden="true">
      {lines.map(({ text, x, y, w, h }, index) => (
        <text key={index} x={x} y={tall(y + h * 0.8)} fontSize={tall(h)} textLength={w} lengthAdjust="spacingAndGlyphs">
          {text}
        </text>
      ))}
    </svg>
  )
}

function Ways({ issue, number, words, place }: { issue: IssueView; number: number; words: Words; place: 'above' | 'below' }) {
  const { print } = words
  const at = (page: number) => `/issues/${issue.slug}/${page}`
  const links = (
    <>
      {number > 1 && (
        <a href={at(number - 1)} rel="prev">
          {print.previous}
        </a>
      )}
      <a href={`/issues/${issue.slug}`}>{print.all}</a>
      {number < issue.pages.length && (
        <a href={at(number + 1)} rel="next">
          {print.next}
        </a>
      )}
    </>
  )
  // One of the two is a landmark: that is enough to be found.
  if (place === 'below') return <div className="print-ways">{links}</div>
  return (
    <nav className="print-ways" aria-label={print.pageOf(number, issue.pages.length)}>
      {links}
    </nav>
  )
}

type Props = { issue: IssueView; page: IssuePageView; language: Language; words: Words }

/** One printed page: its picture with its words over it, the stories on it, and its text to read on any screen. */
export function PrintedPage({ issue, page: { number, pictures, lines, paragraphs, stories }, language, words }: Props) {
  const { print } = words
  const largest = pictures.at(-1)
  const label = print.pageOf(number, issue.pages.length)
  return (
    <article className="printed-page">
      <header className="print-head">
        <p className="kicker">
          <a href={`/issues/${issue.slug}`} dir="auto">
            {issue.title}
          </a>
        </p>
        <h1>{label}</h1>
        <IssueFacts issue={issue} language={language} words={words} />
      </header>
      <Ways issue={issue} number={number} words={words} place="above" />
      {largest !== undefined && (
        <>
          <p className="print-tools">
            <label>
              <input type="checkbox" className="print-larger" /> {print.larger}
            </label>
            <a href={issueFile(largest.key)}>{print.openPicture}</a>
          </p>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable (WCAG 2.1.1) */}
          <div className="print-view" tabIndex={0} role="region" aria-label={label}>
            <div className="print-sheet">
              <PagePicture widths={pictures} alt={print.picture(label)} sizes="(min-width: 64rem) 60rem, 100vw" first />
              <TextLayer lines={lines} ratio={largest.height / largest.width} />
            </div>
          </div>
        </>
      )}
      {stories.length > 0 && (
        <section className="print-below" aria-labelledby="stories-here">
          <h2 id="stories-here">{print.stories}</h2>
          <ul className="print-stories">
            {stories.map(({ path, headline }) => (
              <li key={path}>
                <a href={path} dir="auto">
                  {headline}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="print-below" aria-labelledby="text-here">
        <h2 id="text-here">{print.text}</h2>
        {paragraphs.map((paragraph, index) => (
          <p key={index} dir="auto">
            {paragraph}
          </p>
        ))}
      </section>
      <Ways issue={issue} number={number} words={words} place="below" />
    </article>
  )
}
