import type { ReactNode } from 'react'
import type { FoundSheets, SheetResult } from '#domain/search/answer.ts'
import { searchAddress, type SearchAsked } from '#domain/search/filters.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { Marked } from './marked.tsx'
import { sheetPlace } from './sheet-place.ts'

type GroupProps = { id: string; heading: string; results: readonly SheetResult[]; paper: PaperView }

/** Pages that were found, under one heading. */
export function SheetGroup({ id, heading, results, paper, children }: GroupProps & { children?: ReactNode }) {
  return (
    <section aria-labelledby={id} className="search-results">
      <h2 className="search-count" id={id}>
        {heading}
      </h2>
      {results.map((result) => (
        <article key={result.path} className="card search-result" data-size="row" data-picture={false}>
          <div className="card-text">
            <h3 className="headline" dir="auto">
              <a href={result.path}>
                <Marked pieces={result.title} />
              </a>
            </h3>
            {result.passage !== null && (
              <p className="search-passage" dir="auto">
                <Marked pieces={result.passage} />
              </p>
            )}
            {result.print !== null && <p className="card-meta">{sheetPlace(result.print, paper.language)}</p>}
          </div>
        </article>
      ))}
      {children}
    </section>
  )
}

/** What a search finds besides stories: pages of the paper, and pages of printed issues. `q`: what was looked for. */
export function SheetResults({ sheets: { pages, print, morePrint }, asked, q, paper }: { sheets: FoundSheets; asked: SearchAsked; q: string; paper: PaperView }) {
  const words = wordsOf(paper.language).search
  return (
    <>
      {pages.length > 0 && <SheetGroup id="search-pages" heading={words.pages} results={pages} paper={paper} />}
      {print.length > 0 && (
        <SheetGroup id="search-print" heading={words.print} results={print} paper={paper}>
          {morePrint && (
            <p className="search-more">
              <a href={searchAddress({ q, year: asked.year, print: true })} rel="nofollow">
                {words.morePrint}
              </a>
            </p>
          )}
        </SheetGroup>
      )}
    </>
  )
}
