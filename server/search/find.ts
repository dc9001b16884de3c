import 'server-only'
import type { Cursor, Span } from '#domain/search/cursor.ts'
import { anyOf, startOfWeek, tokens, weekOf, weeksBetween } from '#domain/search/tokens.ts'
import type { Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { Moment } from './moment.ts'
import { MOST_RANKED, newestSpan, wholeExtent, type Weeks } from './spans.ts'

/** Which stories an answer lists, and in which order. */

const { sql } = Prisma

/** What narrows an answer: of each group of `tokens` one must be there; `from` and `before` are instants between which a story came out. */
export type Narrowing = { tokens: readonly (readonly string[])[]; from: Date | null; before: Date | null }
/** `words` null: whatever fits the narrowing, newest first. `wide`: any word that begins so fits. `weeks`: in which any story came out that fits the narrowing; null: none did. */
export type Question = { words: Prisma.Sql | null; wide: boolean; narrowing: Narrowing; weeks: Weeks | null }
export type Place = { id: string; score: number; span: Span }
/** How many stories a question has (null: more than are ranked at once), the span of the newest, and the best of that span. */
export type Extent = { count: number | null; span: Span | null; best: readonly Place[] }
export const NO_STORIES: Extent = { count: 0, span: null, best: [] }

/** How much a word counts in text (D), captions (C), deck, topics and names (B), headline (A). */
const WEIGHTS = sql`'{0.1, 0.3, 0.6, 1}'::float4[]`
/** How well a text fits by how near to each other the words stand in it. The time that takes grows with the square of how often they stand there. */
const byNearness = (words: Prisma.Sql) => sql`ts_rank_cd(${WEIGHTS}, "vector", ${words}, 1)`
/** How well a text fits by how often the words stand in it: for words that stand in it many times. */
export const byFrequency = (words: Prisma.Sql) => sql`ts_rank(${WEIGHTS}, "vector", ${words}, 1)`
/** A story counts half of one that is so much newer. As a half-life, so that the order of two stories never changes with the day. */
export const HALF_LIFE_SECONDS = 3 * 365 * 86_400
/** Longer lists of weeks cost the index more than looking at the days of what it finds. */
const MOST_WEEKS = 36

/** Makes a question. */
export function questionOf({ published }: Pick<Moment, 'published'>, words: Prisma.Sql | null, narrowing: Narrowing, wide = false): Question {
  if (published === null) return { words, wide, narrowing, weeks: null }
  const { from, before } = narrowing
  const oldest = Math.max(weekOf(published.oldest), from === null ? -Infinity : weekOf(from))
  const newest = Math.min(weekOf(published.newest), before === null ? Infinity : weekOf(before))
  return { words, wide, narrowing, weeks: oldest > newest ? null : { oldest, newest } }
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

/** Whether a question has any story, as SQL; looked for among the newest first, where one of many is found without reading on. */
export function hasAny(question: Question): Prisma.Sql {
  if (question.weeks === null) return sql`false`
  const within = (span: Span) => sql`EXISTS (SELECT 1 FROM ${matching(question, span)} m)`
  return sql`(${within({ from: question.weeks.newest - 8, to: null })} OR ${within({ from: null, to: null })})`
}

/** About how many stories a question has, by the statistics of the database: right in size, if at all. It only tells where to begin to count. */
async function estimate(tx: Tx, question: Question): Promise<number> {
  const [row] = await tx.$queryRaw<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }[]>`EXPLAIN (FORMAT JSON) SELECT 1 FROM "SearchDocument" WHERE ${asked(question, { from: null, to: null })}`
  return row?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

/** How far a question reaches, with the best stories of its newest span, at most `many`: counted and ranked at once, since the index has found them for either. */
export async function extentOf(tx: Tx, question: Question, many: number): Promise<Extent> {
  if (question.weeks === null) return NO_STORIES
  let best: Place[] = []
  const look = async (span: Span, most: number) => {
    // Of a span that is taken, all count.
    const ranked = await rankedIn(tx, question, span, { most: most === MOST_RANKED ? most : null, after: null, many })
    best = ranked.places
    return ranked.count
  }
  const extent = await wholeExtent(question.weeks, look, await estimate(tx, question))
  return { ...extent, best }
}

/** Of a span, or of any `most` and one more stories of it: the best, behind a place in it, and how many there are. */
async function rankedIn(tx: Tx, question: Question, span: Span, { most, after, many }: { most: number | null; after: Pick<Cursor, 'score' | 'id'> | null; many: number }): Promise<{ places: Place[]; count: number }> {
  const rank = question.words === null ? sql`0` : sql`ln(${question.wide ? byFrequency(question.words) : byNearness(question.words)} + 0.001)`
  const behind = after === null ? sql`true` : sql`(score, ranked."storyId") < (${after.score}::float8, ${after.id}::uuid)`
  const some = most === null ? sql`OFFSET 0` : sql`LIMIT ${most + 1}`
  const rows = await tx.$queryRaw<{ id: string; score: number; n: number }[]>`
    SELECT ranked."storyId"::text AS id, score, n FROM (
      SELECT "storyId", score, (count(*) OVER ())::int AS n FROM (
        SELECT "storyId", (${rank} + extract(epoch FROM "publishedAt") * ln(2.0) / ${HALF_LIFE_SECONDS})::float8 AS score FROM ${matching(question, span)} m ${some}
      ) scored
    ) ranked WHERE ${behind} ORDER BY score DESC, ranked."storyId" DESC LIMIT ${many}`
  return { places: rows.map(({ id, score }) => ({ id, score, span })), count: rows[0]?.n ?? 0 }
}

/** The next stories of an answer, at most `many`: behind a cursor, or from its beginning, of which the best are known. */
export async function placesOf(tx: Tx, question: Question, { extent, after, many }: { extent: Extent; after: Cursor | null; many: number }): Promise<Place[]> {
  const places: Place[] = []
  let [span, behind] = [after?.span ?? extent.span, after]
  while (span !== null && question.weeks !== null) {
    if (span === extent.span && behind === null) places.push(...extent.best)
    else places.push(...(await rankedIn(tx, question, span, { most: null, after: behind, many: many - places.length })).places)
    if (places.length >= many || span.from === null || span.from <= question.weeks.oldest) break
    const size = Math.min(question.weeks.newest, span.to ?? Infinity) + 1 - span.from
    span = (await newestSpan(question.weeks, span.from - 1, (some, most) => countIn(tx, question, some, most), size)).span
    behind = null
  }
  return places
}
