import { sheetPlace } from '#components/reader/search/sheet-place.ts'
import { paperDate } from '#domain/paper-date.ts'
import { summaryOf, type FoundSheets, type SearchAnswer, type SearchResult, type SheetResult } from '#domain/search/answer.ts'
import { readAsked } from '#domain/search/filters.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { addressIn } from '#server/auth/client-address.ts'
import { searchFrom } from '#server/search/search.ts'
import { publishedPaper } from '#server/settings/published.ts'

/** So many stories come with one answer: what fits under a search box while somebody types. */
const AT_ONCE = 8
// Kept by nobody but the one who asks, and not long enough to outlive a withdrawal.
const HEADERS = { 'cache-control': 'private, max-age=1', 'x-robots-tag': 'noindex' }

const lineOf = ({ card, headline, passage }: SearchResult, paper: PaperView) => ({
  path: card.path,
  headline,
  section: card.section.name,
  byline: card.bylines.map(({ name }) => name).join(', '),
  day: paperDate(card.publishedAt, paper),
  publishedAt: card.publishedAt,
  passage: passage?.pieces ?? [],
})

const sheetOf = ({ path, title, passage, print }: SheetResult, { language }: PaperView) => ({ path, title, place: print === null ? '' : sheetPlace(print, language), passage: passage ?? [] })

/** What is found besides stories, under its headings. */
function groupsOf({ pages, print }: FoundSheets, paper: PaperView) {
  const { search } = wordsOf(paper.language)
  return [{ heading: search.pages, sheets: pages }, { heading: search.print, sheets: print }].filter(({ sheets }) => sheets.length > 0).map(({ heading, sheets }) => ({ heading, sheets: sheets.map((one) => sheetOf(one, paper)) }))
}

const status = (answer: SearchAnswer) => (answer.kind === 'many' ? 429 : answer.kind === 'busy' ? 503 : 200)

/** What the page of the search says, in short: for a box that answers while somebody types. Takes what the page takes. */
export async function GET(request: Request): Promise<Response> {
  const given = new URL(request.url).searchParams
  const asked = readAsked((name) => given.get(name) ?? undefined)
  const { answer } = await searchFrom(addressIn(request.headers), asked, { many: AT_ONCE, whole: false })
  const headers = { ...HEADERS, ...(answer.kind === 'many' ? { 'retry-after': String(answer.seconds) } : {}) }
  if (answer.kind !== 'found') return Response.json({ kind: answer.kind, results: [] }, { status: status(answer), headers })
  const { kind, count, results, sheets, instead, meant, next } = answer
  const paper = await publishedPaper()
  const said = summaryOf(answer, asked.q, wordsOf(paper.language).search)
  return Response.json({ kind, count, said, instead, meant, next, results: results.map((result) => lineOf(result, paper)), groups: groupsOf(sheets, paper) }, { headers })
}
