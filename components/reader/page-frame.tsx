import type { ReactNode } from 'react'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { Masthead } from './masthead.tsx'

type Props = {
  paper: PaperView
  /** The slug of the section that the page belongs to; `search`, which no section can be called, for the search. */
  current?: string | null
  /** Whether this is the front page. */
  front?: boolean
  /** On the front page: when its newest story came out (ISO 8601). */
  latest?: string | null
  children: ReactNode
}

/** What stands around every page of the paper: skip link, masthead, main, foot. */
export function PageFrame({ paper, current = null, front = false, latest = null, children }: Props) {
  const words = wordsOf(paper.language).frame
  return (
    <div className="paper">
      <a className="skip-link" href="#main">
        {words.skip}
      </a>
      <Masthead paper={paper} current={current} front={front} latest={latest} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="paper-foot">
        <p className="paper-foot-name">
          <a href="/">{paper.name}</a>
        </p>
        {paper.motto !== '' && <p dir="auto">{paper.motto}</p>}
        <p>
          <a href="/search">{words.search}</a>
        </p>
        <p>
          <a href="/how-we-edit">{words.howWeEdit}</a>
        </p>
        <p>
          <a href="/corrections">{words.corrections}</a>
        </p>
        {paper.printed === true && (
          <p>
            <a href="/issues">{words.printIssues}</a>
          </p>
        )}
        <p>
          <a href="/newsroom" rel="nofollow">
            {words.newsroom}
          </a>
        </p>
      </footer>
    </div>
  )
}
