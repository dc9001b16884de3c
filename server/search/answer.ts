import 'server-only'
import type { FoundAnswer, SearchAnswer } from '#domain/search/answer.ts'
import { readCursor, writeCursor, type Cursor } from '#domain/search/cursor.ts'
import { hasFilter, type SearchAsked } from '#domain/search/filters.ts'
import type { BylineForm } from '#domain/people.ts'
import { isEmptyQuery, openClause, parseQuery, writeQuery, type SearchQuery } from '#domain/search/query.ts'
import { cardsOf } from '../stories/reader-views.ts'
import { extentOf, placesOf, questionOf, type Extent, type Narrowing, type Question } from './find.ts'
import { matchOf, NO_MARKS, type Match } from './match.ts'
import { meantQuery } from './meant.ts'
import type { Moment } from './moment.ts'
import { withPassages } from './passages.ts'

/** Fewer results than these, and unfinished and mistyped words are thought of. */
const FEW = 3
const NOTHING: FoundAnswer = { kind: 'found', results: [], count: 0, next: null, instead: null, meant: null }

export type Asking = { asked: SearchAsked; narrowing: Narrowing | null; many: number; pictures: boolean; form: BylineForm }
/** A question with how far it reaches. `wide`: unfinished words count. */
type Asked = { question: Question; marks: NonNullable<Match>['marks']; extent: Extent; wide: boolean }
type Ask = { query: SearchQuery; narrowing: Narrowing }

/** Answers a search out of one moment of the database. `narrowing` null: nothing can fit. */
export async function answerTo(moment: Moment, { asked, narrowing, ...shape }: Asking): Promise<SearchAnswer> {
  const query = parseQuery(asked.q)
  const after = readCursor(asked.after)
  if (asked.q === '' && !hasFilter(asked)) return { kind: 'empty' }
  if (narrowing === null) return NOTHING
  const page = (one: Asked) => pageOf(moment, one, after, shape)
  if (asked.q === '') {
    const question = questionOf(moment, null, narrowing)
    return page({ question, marks: NO_MARKS, extent: await extentOf(moment.tx, question), wide: false })
  }
  if (isEmptyQuery(query)) return { kind: 'common' }
  const ask: Ask = { query, narrowing }
  const best = after === null ? await bestMatch(moment, ask) : await askedAs(moment, ask, after.wide)
  if (best === null) return { kind: 'common' }
  const count = countOf(best)
  if (count >= FEW || after !== null) return page(best)
  const other = await meantQuery(moment, query)
  const better = other === null ? null : await askedAs(moment, { ...ask, query: other }, false)
  if (other === null || better === null || countOf(better) <= count) return page(best)
  return count === 0 ? { ...(await page(better)), instead: writeQuery(other) } : { ...(await page(best)), meant: writeQuery(other) }
}

const countOf = (asked: Asked | null) => (asked === null ? 0 : (asked.extent.count ?? Infinity))

async function askedAs(moment: Moment, { query, narrowing }: Ask, wide: boolean): Promise<Asked | null> {
  const match = await matchOf(moment, query, { wide })
  if (match === null) return null
  const question = questionOf(moment, match.words, narrowing)
  return { question, marks: match.marks, extent: await extentOf(moment.tx, question), wide }
}

/** The query as it stands; where that finds little, with its last word unfinished. null: there is nothing to look for. */
async function bestMatch(moment: Moment, ask: Ask): Promise<Asked | null> {
  const exact = await askedAs(moment, ask, false)
  if (countOf(exact) >= FEW || openClause(ask.query) === null) return exact
  const wide = await askedAs(moment, ask, true)
  return exact === null || countOf(wide) > countOf(exact) ? wide : exact
}

async function pageOf({ tx }: Moment, { question, marks, extent, wide }: Asked, after: Cursor | null, { many, ...look }: Pick<Asking, 'many' | 'pictures' | 'form'>): Promise<FoundAnswer> {
  const places = await placesOf(tx, question, { first: extent.span, after, many: many + 1 })
  const shown = places.slice(0, many)
  const cards = await cardsOf(tx, shown.map(({ id }) => id), look)
  const last = shown.at(-1)
  return {
    ...NOTHING,
    results: await withPassages(tx, cards, marks),
    count: extent.count,
    next: places.length > many && last !== undefined ? writeCursor({ ...last, wide }) : null,
  }
}
