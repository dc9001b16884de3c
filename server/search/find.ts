import 'server-only'
import type { Cursor, Span } from '#domain/search/cursor.ts'
import { anyOf, startOfWeek, tokens, weekOf, weeksBetween } from '#domain/search/tokens.ts'
import type { Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { Moment } from './moment.ts'
import { newestSpan, wholeExtent, type Weeks } from './spans.ts'

/** Which stories an answer lists, and in which order. */

const { sql } = Prisma

/** What narrows an answer: of each group of `tokens` one must be there; `from` and `before` are instants between which a story came out. */
export type Narrowing = { tokens: readonly (readonly string[])[]; from: Date | null; before: Date | null }
/** `words` null: whatever fits the narrowing, newest first. `weeks`: in which any story came out that fits the narrowing; null: none did. */
export type Question = { words: Prisma.Sql | null; narrowing: Narrowing; weeks: Weeks | null }
export type Place = { id: string; score: number; span: Span }
/** How many stories a question has (null: more than are ranked at once), and the span of the newest. */
export type Extent = { count: number | null; span: Span | null }

/** How much a word counts in text (D), captions (C), deck, topics and names (B), headline (A). */
export const WEIGHTS = sql`'{0.1, 0.3, 0.6, 1}'::float4[]`
/** A story counts half of one that is so much newer. As a half-life, so that the order of two stories never changes with the day. */
export const HALF_LIFE_SECONDS = 3 * 365 * 86_400
/** Longer lists of weeks cost the index more than looking at the days of what it finds. */
const MOST_WEEKS = 36

/** Makes a question. */
export function questionOf({ published }: Pick<Moment, 'published'>, words: Prisma.Sql | null, narrowing: Narrowing): Question {
  if (published === null) return { words, narrowing, weeks: null }
  const { from, before } = narrowing
  const oldest = Math.max(weekOf(published.oldest), from === null ? -Infinity : weekOf(from))
  const newest = Math.min(weekOf(published.newest), before === null ? Infinity : weekOf(before))
  return { words, narrowing, weeks: oldest > newest ? null : { oldest, newest } }
}

/**
 * What a question asks of the index in a span. Its weeks are named where they are few: then the index reads little. Words that leave nothing to look for find nothing,
 * never the whole paper.
 */
function asked({ words, narrowing, weeks }: Question, { from, to }: Span): Prisma.Sql {
  const few = weeks === null ? [] : weeksBetween(Math.max(weeks.oldest, from ?? -Infinity), Math.min(weeks.newest, to ?? Infinity))
  const parts = [
    ...(words === null ? [] : [words]),
    ...narrowing.tokens.map((group) => sql`${anyOf(group)}::tsquery`),
    ...(few.length === 0 || few.length > MOST_WEEKS ? [] : [sql`${anyOf(few.map(tokens.week))}::tsquery`]),
  ]
  const asks = words === null ? sql`true` : sql`numnode(${words}) > 0`
  return parts.length === 0 ? sql`true` : sql`${asks} AND "vector" @@ (${Prisma.join(parts, ' && ')})`
}

const later = (a: Date | null, b: Date | null) => (a === null || (b !== null && b > a) ? b : a)
const earlier = (a: Date | null, b: Date | null) => (a === null || (b !== null && b < a) ? b : a)

/** The stories of a question that came out in a span, as rows of "SearchDocument". */
function matching(question: Question, span: Span): Prisma.Sql {
  const from = later(question.narrowing.from, span.from === null ? null : startOfWeek(span.from))
  const before = earlier(question.narrowing.before, span.to === null ? null : startOfWeek(span.to + 1))
  // The index answers first: the days are compared in what it found, never in the whole paper with every text unpacked.
  return sql`(SELECT * FROM (SELECT "storyId", "publishedAt", "vector" FROM "SearchDocument" WHERE ${asked(question, span)} OFFSET 0) fitting
    WHERE "publishedAt" >= ${(from ?? new Date(0)).toISOString()}::timestamptz AND "publishedAt" < ${(before ?? new Date('9999-01-01')).toISOString()}::timestamptz)`
}

/** How many stories a question has in a span, counted up to one more than `most`. */
async function countIn(tx: Tx, question: Question, span: Span, most: number): Promise<number> {
  if (question.weeks === null) return 0
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (SELECT 1 FROM ${matching(question, span)} m LIMIT ${most + 1}) counted`
  return row?.n ?? 0
}

/** Whether a question has any story; looked for among the newest first, where one of many is found without reading on. */
export async function hasAny(tx: Tx, question: Question): Promise<boolean> {
  if (question.weeks === null) return false
  const newest: Span = { from: question.weeks.newest - 8, to: null }
  return (await countIn(tx, question, newest, 0)) > 0 || (await countIn(tx, question, { from: null, to: null }, 0)) > 0
}

/** About how many stories a question has, by the statistics of the database: right in size, if at all. It only tells where to begin to count. */
async function estimate(tx: Tx, question: Question): Promise<number> {
  const [row] = await tx.$queryRaw<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }[]>`EXPLAIN (FORMAT JSON) SELECT 1 FROM "SearchDocument" WHERE ${asked(question, { from: null, to: null })}`
  return row?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

/** How far a question reaches. */
export async function extentOf(tx: Tx, question: Question): Promise<Extent> {
  if (question.weeks === null) return { count: 0, span: null }
  return wholeExtent(question.weeks, (span, most) => countIn(tx, question, span, most), await estimate(tx, question))
}

/** The best stories of a span, behind a place in it. */
async function rankedIn(tx: Tx, question: Question, span: Span, after: Pick<Cursor, 'score' | 'id'> | null, many: number): Promise<Place[]> {
  const rank = question.words === null ? sql`0` : sql`ln(ts_rank_cd(${WEIGHTS}, "vector", ${question.words}, 1) + 0.001)`
  const behind = after === null ? sql`true` : sql`(score, ranked."storyId") < (${after.score}::float8, ${after.id}::uuid)`
  const rows = await tx.$queryRaw<{ id: string; score: number }[]>`
    SELECT ranked."storyId"::text AS id, score FROM (
      SELECT "storyId", (${rank} + extract(epoch FROM "publishedAt") * ln(2.0) / ${HALF_LIFE_SECONDS})::float8 AS score FROM ${matching(question, span)} m OFFSET 0
    ) ranked WHERE ${behind} ORDER BY score DESC, ranked."storyId" DESC LIMIT ${many}`
  return rows.map((row) => ({ ...row, span }))
}

/** The next stories of an answer, at most `many`, from a span on or behind a cursor. */
export async function placesOf(tx: Tx, question: Question, { first, after, many }: { first: Span | null; after: Cursor | null; many: number }): Promise<Place[]> {
  const places: Place[] = []
  let [span, behind] = [after?.span ?? first, after]
  while (span !== null && question.weeks !== null) {
    places.push(...(await rankedIn(tx, question, span, behind, many - places.length)))
    if (places.length >= many || span.from === null || span.from <= question.weeks.oldest) break
    const size = Math.min(question.weeks.newest, span.to ?? Infinity) + 1 - span.from
    span = (await newestSpan(question.weeks, span.from - 1, (some, most) => countIn(tx, question, some, most), size)).span
    behind = null
  }
  return places
}
