import { PageStatus } from '#components/reader/page-status.tsx'
import { MANY, type FoundAnswer, type NoAnswer } from '#domain/search/answer.ts'
import { hasFilter, searchAddress, type SearchAsked } from '#domain/search/filters.ts'
import { SearchResult } from './search-result.tsx'

const stories = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'story' : 'stories'}`

/** How many stories there are, and what for. */
function Summary({ found: { count, instead }, q }: { found: FoundAnswer; q: string }) {
  const looked = instead ?? q
  return (
    <h2 className="search-count" id="search-count">
      {count === null ? `More than ${stories(MANY)}` : count === 0 ? 'No story' : stories(count)}
      {looked !== '' && (
        <>
          {' for '}
          <q dir="auto">{looked}</q>
        </>
      )}
    </h2>
  )
}

/** What else may have been meant, or was looked for in place of what was typed. */
function Meant({ found: { instead, meant }, asked }: { found: FoundAnswer; asked: SearchAsked }) {
  if (instead !== null) {
    return (
      <p className="search-note">
        Nothing was found for <q dir="auto">{asked.q}</q>, so these are stories for <q dir="auto">{instead}</q>.
      </p>
    )
  }
  if (meant === null) return null
  return (
    <p className="search-note">
      Did you mean <a href={searchAddress({ ...asked, q: meant, after: null })}>{meant}</a>?
    </p>
  )
}

function NothingFound({ asked }: { asked: SearchAsked }) {
  return (
    <div className="search-note">
      <p>Try fewer or other words: a name, a place, a team.</p>
      {asked.q !== '' && hasFilter(asked) && (
        <p>
          <a href={searchAddress({ q: asked.q })}>Look in the whole paper</a>
        </p>
      )}
    </div>
  )
}

/** The answer to a search. */
export function SearchResults({ found, asked, timeZone }: { found: FoundAnswer; asked: SearchAsked; timeZone: string }) {
  const { results, count, next, instead } = found
  return (
    <section aria-labelledby="search-count" className="search-results">
      <Summary found={found} q={asked.q} />
      <Meant found={found} asked={asked} />
      {count === null && <p className="search-note">Newer ones come first. Add a word or choose a year to see fewer.</p>}
      {count === 0 && <NothingFound asked={asked} />}
      {results.map((result) => (
        <SearchResult key={result.card.path} result={result} timeZone={timeZone} />
      ))}
      {next !== null && (
        <p className="search-more">
          <a href={searchAddress({ ...asked, q: instead ?? asked.q, after: next })} rel="next nofollow">
            More results
          </a>
        </p>
      )}
      {next === null && asked.after !== null && (
        <p className="search-more">
          <a href={searchAddress({ ...asked, after: null })}>Back to the first results</a>
        </p>
      )}
    </section>
  )
}

/** Why there is no answer. */
export function SearchRefusal({ answer }: { answer: Exclude<NoAnswer, { kind: 'empty' }> }) {
  if (answer.kind === 'common') return <p className="search-note">There is nothing in this to look for. Use a word that does not stand in every story: a name, a place, a team.</p>
  if (answer.kind === 'busy') {
    return (
      <p className="search-note">
        <PageStatus code={503} />
        The search has too much to do just now. Try again in a moment.
      </p>
    )
  }
  return (
    <p className="search-note">
      <PageStatus code={429} />
      There were too many searches from your network. Try again in {answer.seconds} {answer.seconds === 1 ? 'second' : 'seconds'}.
    </p>
  )
}
