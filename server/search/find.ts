import 'server-only'
import { MOST_COUNTED } from '#domain/search/answer.ts'
import type { Cursor, Span } from '#domain/search/cursor.ts'
import { anyOf, monthOf, monthsAfter, monthsBetween, startOfMonth, tokens } from '#domain/search/tokens.ts'
import type { Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'

/** Which stories an answer lists, and in which order. */

const { sql } = Prisma

/** What narrows an answer: `tokens` must all be there; `from` and `before` are instants between which a story came out. */
export type Narrowing = { tokens: readonly string[]; from: Date | null; before: Date | null }
/** `words` null: whatever fits the narrowing, newest first. */
export type Question = { words: Prisma.Sql | null; narrowing: Narrowing }
export type Place = { id: string; score: number; span: Span }

/** How much a word counts in text (D), captions (C), deck, topics and names (B), headline (A). */
const WEIGHTS = sql`'{0.1, 0.3, 0.6, 1}'::float4[]`
/** A story counts half of one that is so much newer. As a half-life, so that the order of two stories never changes with the day. */
const HALF_LIFE_SECONDS = 3 * 365 * 86_400
/** Longer lists of months help the index less than they cost. */
const MOST_MONTHS = 60

const later = (a: Date | null, b: Date | null) => (a === null || (b !== null && b > a) ? b : a)
const earlier = (a: Date | null, b: Date | null) => (a === null || (b !== null && b < a) ? b : a)

/** The stories of a question that came out in a span, as rows of "SearchDocument". */
function matching({ words, narrowing }: Question, span: Span): Prisma.Sql {
  const from = later(narrowing.from, span.from === null ? null : startOfMonth(span.from))
  const before = earlier(narrowing.before, span.to === null ? null : startOfMonth(monthsAfter(span.to, 1)))
  const months = from === null || before === null ? [] : monthsBetween(monthOf(from), monthOf(new Date(before.getTime() - 1)))
  const asked = [
    ...(words === null ? [] : [words]),
    ...narrowing.tokens.map((token) => sql`${anyOf([token])}::tsquery`),
    ...(months.length === 0 || months.length > MOST_MONTHS ? [] : [sql`${anyOf(months.map(tokens.month))}::tsquery`]),
  ]
  const found = asked.length === 0 ? sql`true` : sql`"vector" @@ (${Prisma.join(asked, ' && ')})`
  // The index answers first: the days are compared in what it found, never in the whole paper with every text unpacked.
  return sql`(SELECT * FROM (SELECT "storyId", "publishedAt", "vector" FROM "SearchDocument" WHERE ${found} OFFSET 0) fitting
    WHERE "publishedAt" >= ${(from ?? new Date(0)).toISOString()}::timestamptz AND "publishedAt" < ${(before ?? new Date('9999-01-01')).toISOString()}::timestamptz)`
}

/** How many stories a question has in a span, counted up to one more than `MOST_COUNTED`. */
export async function countIn(tx: Tx, question: Question, span: Span): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (SELECT 1 FROM ${matching(question, span)} m LIMIT ${MOST_COUNTED + 1}) counted`
  return row?.n ?? 0
}

/** The months of the oldest and the newest story that can be found; null: there is none. */
export async function monthsOfPaper(tx: Tx): Promise<{ oldest: string; newest: string } | null> {
  const [row] = await tx.$queryRaw<{ oldest: Date | null; newest: Date | null }[]>`SELECT min("publishedAt") AS oldest, max("publishedAt") AS newest FROM "SearchDocument"`
  return row === undefined || row.oldest === null || row.newest === null ? null : { oldest: monthOf(row.oldest), newest: monthOf(row.newest) }
}

/** The newest span up to a month that holds about as many stories as can be ranked at once, of `left` that there are; null: there are none any more. */
async function spanUpTo(tx: Tx, question: Question, to: string | null, left: number): Promise<Span | null> {
  const rest: Span = { from: null, to }
  const months = left === 0 ? null : await monthsOfPaper(tx)
  if (months === null) return null
  if (left <= MOST_COUNTED) return rest
  const newest = to === null || months.newest < to ? months.newest : to
  for (let size = 1; ; ) {
    const from = monthsAfter(newest, 1 - size)
    if (from <= months.oldest) return rest
    const n = await countIn(tx, question, { from, to })
    if (n >= MOST_COUNTED / 2) return { from, to }
    // As many months as will hold enough at this rate, but not too many at once.
    size = Math.min(size * 8, Math.max(size + 1, Math.ceil((size * MOST_COUNTED * 0.8) / Math.max(1, n))))
  }
}

/** The best stories of a span, behind a place in it. */
async function rankedIn(tx: Tx, question: Question, span: Span, after: Pick<Cursor, 'score' | 'id'> | null, many: number): Promise<Place[]> {
  const rank = question.words === null ? sql`0` : sql`ln(ts_rank_cd(${WEIGHTS}, "vector", ${question.words}, 1) + 0.001)`
  const behind = after === null ? sql`true` : sql`(score, id) < (${after.score}::float8, ${after.id}::uuid)`
  const rows = await tx.$queryRaw<{ id: string; score: number }[]>`
    SELECT id::text AS id, score FROM (
      SELECT "storyId" AS id, (${rank} + extract(epoch FROM "publishedAt") * ln(2.0) / ${HALF_LIFE_SECONDS})::float8 AS score FROM ${matching(question, span)} m OFFSET 0
    ) ranked WHERE ${behind} ORDER BY score DESC, id DESC LIMIT ${many}`
  return rows.map((row) => ({ ...row, span }))
}

/** The next stories of an answer, at most `many`, from its beginning or behind a cursor. `count`: how many there are in all. */
export async function placesOf(tx: Tx, question: Question, { after, many, count }: { after: Cursor | null; many: number; count: number }): Promise<Place[]> {
  const places: Place[] = []
  let span = after?.span ?? (await spanUpTo(tx, question, null, count))
  let behind: Cursor | null = after
  while (span !== null) {
    places.push(...(await rankedIn(tx, question, span, behind, many - places.length)))
    if (places.length >= many || span.from === null) break
    const to = monthsAfter(span.from, -1)
    span = await spanUpTo(tx, question, to, await countIn(tx, question, { from: null, to }))
    behind = null
  }
  return places
}
