import 'server-only'
import { nameFinder, type NameEntry } from '#domain/opt-out.ts'
import type { FoundSheets, SheetResult } from '#domain/search/answer.ts'
import { passageOf, piecesOf } from '#domain/search/passage.ts'
import type { Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { optOutEntries } from '../opt-out/checks.ts'
import { pathOf } from '../stories/live.ts'
import { byFrequency, HALF_LIFE_SECONDS, type Narrowing } from './find.ts'
import type { Match } from './match.ts'
import type { Moment } from './moment.ts'
import { hitsOf, MOST_LOOKED_THROUGH, type Marks } from './passages.ts'

/** Which pages of the paper and of printed issues a search finds: a group each beside the stories, the best first. */

const { sql } = Prisma
/** Of a word that stands in more printed pages, so many of the newest are ranked, and more where more are to be shown: a page is all the words of a day. */
const RANKED = 30
/** So many more printed pages are looked at than are shown, in place of those that may not be shown. */
const SPARE = 5

export const NO_SHEETS: FoundSheets = { pages: [], print: [], morePrint: false }

type Row = { id: string; storyId: string | null; printPageId: string | null; body: string }

/** The rows of one group that fit, best first. */
function best(tx: Tx, words: Prisma.Sql, group: Prisma.Sql, many: number): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT s."id"::text AS id, s."storyId"::text AS "storyId", s."printPageId"::text AS "printPageId", s."body" FROM (
      SELECT "id", ln(${byFrequency(words)} + 0.001) + extract(epoch FROM "day") * ln(2.0) / ${HALF_LIFE_SECONDS} AS score
      FROM (SELECT "id", "day", "vector" FROM "SearchSheet" WHERE numnode(${words}) > 0 AND "vector" @@ ${words} AND ${group} ORDER BY "day" DESC, "id" LIMIT ${Math.max(RANKED, 2 * many)}) fitting
      ORDER BY score DESC, "id" LIMIT ${many}
    ) ranked JOIN "SearchSheet" s ON s."id" = ranked."id" ORDER BY ranked.score DESC, ranked."id"`
}

/** Whether any page of the paper or of a printed issue has these words, as SQL. */
export const hasSheet = (words: Prisma.Sql) => sql`EXISTS (SELECT 1 FROM "SearchSheet" WHERE numnode(${words}) > 0 AND "vector" @@ ${words})`

/** Whom a printed page must not lead to: those who asked not to be named, and those on staff who want less of their name shown. What was printed cannot be shortened. */
async function unnamed({ tx, lessened }: Moment): Promise<NameEntry[]> {
  return [...(await optOutEntries(tx)), ...lessened.map(({ id, name }) => ({ id, names: [name] }))]
}

async function printRows(moment: Moment, words: Prisma.Sql, { from, before }: Narrowing, many: number): Promise<Row[]> {
  const days = sql`"day" >= ${(from ?? new Date(0)).toISOString()}::timestamptz AND "day" < ${(before ?? new Date('9999-01-01')).toISOString()}::timestamptz`
  const rows = await best(moment.tx, words, sql`"printPageId" IS NOT NULL AND ${days}`, many + SPARE)
  if (rows.length === 0) return []
  const list = await unnamed(moment)
  if (list.length === 0) return rows
  const find = nameFinder(list)
  return rows.filter(({ body }) => find(body).length === 0)
}

type Named = Pick<SheetResult, 'path' | 'print'> & { title: string; row: Row }

async function namedPages(tx: Tx, rows: readonly Row[]): Promise<Named[]> {
  const stories = await tx.story.findMany({
    where: { id: { in: rows.flatMap(({ storyId }) => storyId ?? []) } },
    select: { id: true, liveRevision: { select: { headline: true } }, addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } } },
  })
  return rows.flatMap((row): Named[] => {
    const { liveRevision = null, addresses: [address] = [] } = stories.find(({ id }) => id === row.storyId) ?? {}
    return liveRevision === null || address === undefined ? [] : [{ path: pathOf(address), title: liveRevision.headline, print: null, row }]
  })
}

async function namedPrint(tx: Tx, rows: readonly Row[]): Promise<Named[]> {
  const pages = await tx.printPage.findMany({
    where: { id: { in: rows.flatMap(({ printPageId }) => printPageId ?? []) } },
    select: { id: true, number: true, issue: { select: { slug: true, title: true, volume: true, number: true, date: true } } },
  })
  return rows.flatMap((row): Named[] => {
    const page = pages.find(({ id }) => id === row.printPageId)
    if (page === undefined || page.issue.slug === null) return []
    const { slug, title, volume, number, date } = page.issue
    return [{ path: `/issues/${slug}/${page.number}`, title, print: { title, volume, number, page: page.number, date: date.toISOString().slice(0, 10) }, row }]
  })
}

/** With the words marked, in titles and passages. */
async function marked(tx: Tx, marks: Marks, named: readonly Named[]): Promise<SheetResult[]> {
  if (named.length === 0) return []
  const texts = named.flatMap(({ title, row }) => [title, row.body.slice(0, MOST_LOOKED_THROUGH)])
  const hits = await hitsOf(tx, marks, texts)
  return named.map(({ path, title, print }, at) => ({ path, print, title: piecesOf(title, hits[at * 2] ?? []), passage: passageOf(texts[at * 2 + 1] ?? '', hits[at * 2 + 1] ?? []) }))
}

/** Finds them. What is narrowed to a section, an author or pictures is about stories alone; pages of the paper have no school year either. */
export async function sheetsOf(moment: Moment, { words, marks }: NonNullable<Match>, narrowing: Narrowing, many: { pages: number; print: number }): Promise<FoundSheets> {
  if (narrowing.tokens.length > 0) return NO_SHEETS
  const { tx } = moment
  const anyYear = narrowing.from === null && narrowing.before === null
  const pages = anyYear && many.pages > 0 ? await best(tx, words, sql`"storyId" IS NOT NULL`, many.pages) : []
  const print = await printRows(moment, words, narrowing, many.print)
  const named = [...(await namedPages(tx, pages)), ...(await namedPrint(tx, print.slice(0, many.print)))]
  const results = await marked(tx, marks, named)
  return { pages: results.filter((one) => one.print === null), print: results.filter((one) => one.print !== null), morePrint: print.length > many.print }
}
