import type { IssueView } from '#domain/print/views.ts'
import { LOCALES, type Language } from '#domain/words/language.ts'
import type { Words } from '#domain/words/words.ts'
import { countedAs, dayWords } from './issue-words.ts'
import { issueFile, PagePicture } from './page-picture.tsx'

/** What stands over an issue and over each of its pages. */
export function IssueFacts({ issue, language, words }: { issue: IssueView; language: Language; words: Words }) {
  const megabytes = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(Math.max(0.1, issue.pdf.bytes / 1_000_000))
  return (
    <p className="print-facts">
      {[countedAs(issue, words), dayWords(issue.date, language), words.print.pages(issue.pages.length)].filter((part) => part !== '').join(' · ')}
      <a className="print-download" href={issueFile(issue.pdf.key)} download>
        {words.print.download(megabytes)}
      </a>
    </p>
  )
}

/** An issue: its pages, and the stories on each that can be read here. */
export function IssuePageList({ issue, language, words }: { issue: IssueView; language: Language; words: Words }) {
  const { print } = words
  return (
    <article className="print-issues">
      <header className="print-head">
        <p className="kicker">
          <a href="/issues">{print.issues}</a>
        </p>
        <h1 dir="auto">{issue.title}</h1>
        <IssueFacts issue={issue} language={language} words={words} />
      </header>
      <ol className="print-shelf">
        {issue.pages.map(({ number, pictures, stories }) => (
          <li key={number}>
            <a href={`/issues/${issue.slug}/${number}`}>
              <PagePicture widths={pictures} alt="" sizes="(min-width: 60rem) 18rem, (min-width: 40rem) 30vw, 45vw" first={number === 1} />
              <span className="print-title">{print.page(number)}</span>
            </a>
            {stories.length > 0 && (
              <ul className="print-stories" aria-label={`${print.page(number)}: ${print.stories}`}>
                {stories.map(({ path, headline }) => (
                  <li key={path}>
                    <a href={path} dir="auto">
                      {headline}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </article>
  )
}
