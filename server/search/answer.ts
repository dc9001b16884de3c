import 'server-only'
import { MOST_PRINT, type FoundAnswer, type FoundSheets, type SearchAnswer } from '#domain/search/answer.ts'
import { readCursor, writeCursor, type Cursor } from '#domain/search/cursor.ts'
import { hasFilter, type SearchAsked } from '#domain/search/filters.ts'
import type { BylineForm } from '#domain/people.ts'
import { isEmptyQuery, openClause, parseQuery, writeQuery, type SearchQuery } from '#domain/search/query.ts'
import { cardsOf } from '../stories/reader-views.ts'
import { extentOf, NO_STORIES, placesOf, questionOf, type Extent, type Narrowing, type Question } from './find.ts'
import { matchOf } from './match.ts'
import { meantQuery } from './meant.ts'
import type { Moment } from './moment.ts'
import { NO_MARKS, withPassages, type Marks } from './passages.ts'
import { NO_SHEETS, sheetsOf } from './sheets.ts'

/** Fewer results than these, and unfinished and mistyped words are thought of. */
const FEW = 3
/** So many pages of the paper and of printed issues stand beside the stories. */
const SHEETS = { pages: 3, print: 3 }
const NOTHING: FoundAnswer = { kind: 'found', results: [], sheets: NO_SHEETS, count: 0, next: null, instead: null, meant: null }

export type Asking = { asked: SearchAsked; narrowing: Narrowing | null; many: number; pictures: boolean; form: BylineForm }
/** A question with how far it reaches, and what it finds besides stories. `wide`: unfinished words count. */
type Asked = { question: Question; marks: Marks; extent: Extent; sheets: FoundSheets; wide: boolean }
/** `first`: nothing of the answer was seen yet. `many`: so many stories are wanted. */
type Ask = { query: SearchQuery; narrowing: Narrowing; print: boolean; first: boolean; many: number }

/** Answers a search out of one moment of the database. `narrowing` null: nothing can fit. */
export async function answerTo(moment: Moment, { asked, narrowing, ...shape }: Asking): Promise<SearchAnswer> {
  const query = parseQuery(asked.q)
  const after = readCursor(asked.after)
  if (asked.q === '' && !hasFilter(asked)) return { kind: 'empty' }
  if (narrowing === null) return NOTHING
  const page = (one: Asked) => pageOf(moment, one, after, shape)
  if (asked.q === '') {
    const question = questionOf(moment, null, narrowing)
    return page({ question, marks: NO_MARKS, extent: await extentOf(moment.tx, question, shape.many + 1), sheets: NO_SHEETS, wide: false })
  }
  if (isEmptyQuery(query)) return { kind: 'common' }
  const ask: Ask = { query, narrowing, print: asked.print, first: after === null, many: shape.many + 1 }
  const best = after === null ? await bestMatch(moment, ask) : await askedAs(moment, ask, after.wide)
  if (best === null) return { kind: 'common' }
  const count = countOf(best)
  if (count >= FEW || after !== null) return page(best)
  const other = await meantQuery(moment, query)
  const better = other === null ? null : await askedAs(moment, { ...ask, query: other }, false)
  if (other === null || better === null || countOf(better) <= count) return page(best)
  return count === 0 ? { ...(await page(better)), instead: writeQuery(other) } : { ...(await page(best)), meant: writeQuery(other) }
}

/** How much was found; Infinity: more than can be ranked at once. */
function countOf(asked: Asked | null): number {
  if (asked === null) return 0
  return (asked.extent.count ?? Infinity) + asked.sheets.pages.length + asked.sheets.print.length
}

async function askedAs(moment: Moment, { query, narrowing, print, first, many }: Ask, wide: boolean): Promise<Asked | null> {
  const match = await matchOf(moment, query, { wide })
  if (match === null) return null
  const question = questionOf(moment, match.words, narrowing, wide)
  const extent = print ? NO_STORIES : await extentOf(moment.tx, question, many)
  const sheets = first ? await sheetsOf(moment, match, narrowing, print ? { pages: 0, print: MOST_PRINT } : SHEETS) : NO_SHEETS
  return { question, marks: match.marks, extent, sheets, wide }
}

/** The query as it stands; where that finds little, with its last word unfinished. null: there is nothing to look for. */
async function bestMatch(moment: Moment, ask: Ask): Promise<Asked | null> {
  const exact = await askedAs(moment, ask, false)
  if (countOf(exact) >= FEW || openClause(ask.query) === null) return exact
  const wide = await askedAs(moment, ask, true)
  return exact === null || countOf(wide) > countOf(exact) ? wide : exact
}

async function pageOf({ tx }: Moment, { question, marks, extent, sheets, wide }: Asked, after: Cursor | null, { many, ...look }: Pick<Asking, 'many' | 'pictures' | 'form'>): Promise<FoundAnswer> {
  const places = await placesOf(tx, question, { extent, after, many: many + 1 })
  const shown = places.slice(0, many)
  const cards = await cardsOf(tx, shown.map(({ id }) => id), look)
  const last = shown.at(-1)
  return {
    ...NOTHING,
    results: await withPassages(tx, cards, marks),
    sheets,
    count: extent.count,
    next: places.length > many && last !== undefined ? writeCursor({ ...last, wide }) : null,
  }
}
