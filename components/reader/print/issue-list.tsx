import type { IssueCardView } from '#domain/print/views.ts'
import type { Language } from '#domain/words/language.ts'
import type { Words } from '#domain/words/words.ts'
import { countedAs, dayWords } from './issue-words.ts'
import { PagePicture } from './page-picture.tsx'

/** Every printed issue with its front page, newest first. */
export function IssueList({ issues, language, words }: { issues: readonly IssueCardView[]; language: Language; words: Words }) {
  const { print } = words
  return (
    <div className="print-issues">
      <header className="print-head">
        <h1>{print.issues}</h1>
        <p>{issues.length === 0 ? print.none : print.lead}</p>
      </header>
      <ol className="print-shelf">
        {issues.map((issue, index) => (
          <li key={issue.slug}>
            <a href={`/issues/${issue.slug}`}>
              <PagePicture widths={issue.cover} alt={print.front(issue.title)} sizes="(min-width: 60rem) 18rem, (min-width: 40rem) 30vw, 45vw" first={index === 0} />
              <span className="print-title" dir="auto">
                {issue.title}
              </span>
            </a>
            <p className="print-facts">{[countedAs(issue, words), dayWords(issue.date, language), print.pages(issue.pages)].filter((part) => part !== '').join(' · ')}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
