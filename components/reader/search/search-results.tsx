import { PageStatus } from '#components/reader/page-status.tsx'
import { MANY, type FoundAnswer, type NoAnswer } from '#domain/search/answer.ts'
import { hasFilter, searchAddress, type SearchAsked } from '#domain/search/filters.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf, type Words } from '#domain/words/words.ts'
import { SearchResult } from './search-result.tsx'

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

/** The answer to a search. */
export function SearchResults({ found, asked, paper }: { found: FoundAnswer; asked: SearchAsked; paper: PaperView }) {
  const words = wordsOf(paper.language).search
  const { results, count, next, instead } = found
  return (
    <section aria-labelledby="search-count" className="search-results">
      <Summary found={found} q={asked.q} words={words} />
      <Meant found={found} asked={asked} words={words} />
      {count === null && <p className="search-note">{words.fewer}</p>}
      {count === 0 && <NothingFound asked={asked} words={words} />}
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
