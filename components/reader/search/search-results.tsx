import { PageStatus } from '#components/reader/page-status.tsx'
import { MANY, MOST_PRINT, type FoundAnswer, type NoAnswer } from '#domain/search/answer.ts'
import { hasFilter, searchAddress, type SearchAsked } from '#domain/search/filters.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf, type Words } from '#domain/words/words.ts'
import { SearchResult } from './search-result.tsx'
import { SheetGroup, SheetResults } from './sheet-results.tsx'

type Texts = Words['search']

/** How many stories there are, and what for. */
function Summary({ found: { count, instead }, q, words }: { found: FoundAnswer; q: string; words: Texts }) {
  const looked = instead ?? q
  return (
    <h2 className="search-count" id="search-count">
      {count === null ? words.moreThan(MANY) : count === 0 ? words.none : words.stories(count)}
      {looked !== '' && (
        <>
          {words.for}
          <q dir="auto">{looked}</q>
        </>
      )}
    </h2>
  )
}

/** What else may have been meant, or was looked for in place of what was typed. */
function Meant({ found: { instead, meant }, asked, words }: { found: FoundAnswer; asked: SearchAsked; words: Texts }) {
  if (instead !== null) {
    return (
      <p className="search-note">
        {words.instead[0]}
        <q dir="auto">{asked.q}</q>
        {words.instead[1]}
        <q dir="auto">{instead}</q>
        {words.instead[2]}
      </p>
    )
  }
  if (meant === null) return null
  return (
    <p className="search-note">
      {words.meant[0]}
      <a href={searchAddress({ ...asked, q: meant, after: null })}>{meant}</a>
      {words.meant[1]}
    </p>
  )
}

function NothingFound({ asked, words }: { asked: SearchAsked; words: Texts }) {
  return (
    <div className="search-note">
      <p>{words.otherWords}</p>
      {asked.q !== '' && hasFilter(asked) && (
        <p>
          <a href={searchAddress({ q: asked.q })}>{words.wholePaper}</a>
        </p>
      )}
    </div>
  )
}

/** The stories of an answer. */
function StoryResults({ found, asked, paper }: { found: FoundAnswer; asked: SearchAsked; paper: PaperView }) {
  const words = wordsOf(paper.language).search
  const { results, sheets, count, next, instead } = found
  return (
    <section aria-labelledby="search-count" className="search-results">
      <Summary found={found} q={asked.q} words={words} />
      <Meant found={found} asked={asked} words={words} />
      {count === null && <p className="search-note">{words.fewer}</p>}
      {count === 0 && sheets.pages.length + sheets.print.length === 0 && <NothingFound asked={asked} words={words} />}
      {results.map((result) => (
        <SearchResult key={result.card.path} result={result} paper={paper} />
      ))}
      {next !== null && (
        <p className="search-more">
          <a href={searchAddress({ ...asked, q: instead ?? asked.q, after: next })} rel="next nofollow">
            {words.more}
          </a>
        </p>
      )}
      {next === null && asked.after !== null && (
        <p className="search-more">
          <a href={searchAddress({ ...asked, after: null })}>{words.first}</a>
        </p>
      )}
    </section>
  )
}

/** Printed pages alone, as many as are listed. */
function PrintResults({ found, asked, paper }: { found: FoundAnswer; asked: SearchAsked; paper: PaperView }) {
  const words = wordsOf(paper.language).search
  const { print, morePrint } = found.sheets
  return (
    <SheetGroup id="search-print" heading={words.print} results={print} paper={paper}>
      {print.length === 0 && <p className="search-note">{words.noPrint}</p>}
      {morePrint && <p className="search-note">{words.bestPrint(MOST_PRINT)}</p>}
      <p className="search-more">
        <a href={searchAddress({ ...asked, print: false, after: null })}>{words.first}</a>
      </p>
    </SheetGroup>
  )
}

/** The answer to a search: stories, and in groups of their own what else was found. */
export function SearchResults(props: { found: FoundAnswer; asked: SearchAsked; paper: PaperView }) {
  const { found, asked, paper } = props
  if (asked.print) return <PrintResults {...props} />
  return (
    <>
      <StoryResults {...props} />
      <SheetResults sheets={found.sheets} asked={asked} q={found.instead ?? asked.q} paper={paper} />
    </>
  )
}

/** Why there is no answer. */
export function SearchRefusal({ answer, words }: { answer: Exclude<NoAnswer, { kind: 'empty' }>; words: Texts }) {
  if (answer.kind === 'common') return <p className="search-note">{words.common}</p>
  if (answer.kind === 'busy') {
    return (
      <p className="search-note">
        <PageStatus code={503} />
        {words.busy}
      </p>
    )
  }
  return (
    <p className="search-note">
      <PageStatus code={429} />
      {words.often(answer.seconds)}
    </p>
  )
}
