import 'server-only'
import { MOST_COUNTED, type FoundAnswer, type SearchAnswer } from '#domain/search/answer.ts'
import { readCursor, writeCursor, type Cursor } from '#domain/search/cursor.ts'
import { hasFilter, type SearchAsked } from '#domain/search/filters.ts'
import type { SearchName } from '#domain/search/names.ts'
import { isEmptyQuery, openClause, parseQuery, writeQuery, type SearchQuery } from '#domain/search/query.ts'
import type { Tx } from '../db.ts'
import { cardsOf } from '../stories/reader-views.ts'
import { countIn, placesOf, type Narrowing, type Question } from './find.ts'
import { matchOf, NO_MARKS, type Match } from './match.ts'
import { meantQuery } from './meant.ts'
import { withPassages } from './passages.ts'

/** Fewer results than these, and unfinished and mistyped words are thought of. */
const FEW = 3
const WHOLE = { from: null, to: null }
const NOTHING: FoundAnswer = { kind: 'found', results: [], count: 0, next: null, instead: null, meant: null }

export type Asking = { asked: SearchAsked; narrowing: Narrowing | null; names: readonly SearchName[]; many: number }
type Counted = { match: NonNullable<Match>; count: number; wide: boolean }

/** Answers a search out of one moment of the database. `narrowing` null: nothing can fit. */
export async function answerTo(tx: Tx, { asked, narrowing, names, many }: Asking): Promise<SearchAnswer> {
  const query = parseQuery(asked.q)
  const after = readCursor(asked.after)
  if (asked.q === '' && !hasFilter(asked)) return { kind: 'empty' }
  if (narrowing === null) return NOTHING
  if (asked.q === '') return pageOf(tx, { question: { words: null, narrowing }, marks: NO_MARKS, after, many, wide: false })
  if (isEmptyQuery(query)) return { kind: 'common' }
  const ask: Ask = { query, narrowing, names }
  const best = after === null ? await bestMatch(tx, ask) : await counted(tx, ask, after.wide)
  if (best === null) return { kind: 'common' }
  const page = (found: Counted) => pageOf(tx, { question: { words: found.match.words, narrowing }, marks: found.match.marks, after, many, wide: found.wide, count: found.count })
  if (best.count >= FEW || after !== null) return page(best)
  const other = await meantQuery(tx, query, names)
  const better = other === null ? null : await counted(tx, { ...ask, query: other }, false)
  if (other === null || better === null || better.count <= best.count) return page(best)
  return best.count === 0 ? { ...(await page(better)), instead: writeQuery(other) } : { ...(await page(best)), meant: writeQuery(other) }
}

type Ask = { query: SearchQuery; narrowing: Narrowing; names: readonly SearchName[] }

async function counted(tx: Tx, { query, narrowing, names }: Ask, wide: boolean): Promise<Counted | null> {
  const match = await matchOf(tx, query, names, { wide })
  return match === null ? null : { match, count: await countIn(tx, { words: match.words, narrowing }, WHOLE), wide }
}

/** The query as it stands; where that finds little, with its last word unfinished. null: there is nothing to look for. */
async function bestMatch(tx: Tx, ask: Ask): Promise<Counted | null> {
  const exact = await counted(tx, ask, false)
  if ((exact?.count ?? 0) >= FEW || openClause(ask.query) === null) return exact
  const wide = await counted(tx, ask, true)
  return exact === null || (wide !== null && wide.count > exact.count) ? wide : exact
}

type Page = { question: Question; marks: NonNullable<Match>['marks']; after: Cursor | null; many: number; wide: boolean; count?: number }

async function pageOf(tx: Tx, { question, marks, after, many, wide, count: known }: Page): Promise<FoundAnswer> {
  const count = known ?? (await countIn(tx, question, WHOLE))
  const places = await placesOf(tx, question, { after, many: many + 1, count })
  const shown = places.slice(0, many)
  const cards = await cardsOf(tx, shown.map(({ id }) => id))
  const last = shown.at(-1)
  return {
    ...NOTHING,
    results: await withPassages(tx, cards, marks),
    count: count > MOST_COUNTED ? null : count,
    next: places.length > many && last !== undefined ? writeCursor({ ...last, wide }) : null,
  }
}
