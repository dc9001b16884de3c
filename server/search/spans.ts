import 'server-only'
import { MANY } from '#domain/search/answer.ts'
import type { Span } from '#domain/search/cursor.ts'

/** The first and the last week of something (domain/search/tokens.ts). */
export type Weeks = { oldest: number; newest: number }
/** Counts the stories of a span, at least up to one more than `most`. */
export type Count = (span: Span, most: number) => Promise<number>

/** So many are ranked at once where that is all; of more, the newest `MANY` and some. */
export const MOST_RANKED = 600

/** The span of the newest weeks up to `to`, so many or all. */
function spanOf({ oldest, newest }: Weeks, to: number | null, size: number): { span: Span; all: boolean } {
  const from = Math.min(newest, to ?? newest) + 1 - size
  return { span: { from: from <= oldest ? null : from, to }, all: from <= oldest }
}

/** The next size to try: as many weeks as will hold enough at this rate, neither hardly more nor far too many. */
function bigger(size: number, n: number): number {
  return Math.min(size * 4, Math.max(size + 1, Math.ceil((size * MANY * 1.1) / Math.max(1, n))))
}

/** The newest span up to `to` that holds more than `MANY` stories, but not many more, or all that are left; tried from `size` weeks on. */
export async function newestSpan(weeks: Weeks, to: number | null, count: Count, size: number): Promise<{ span: Span; count: number }> {
  for (let tried = Math.max(1, Math.floor(size)); ; ) {
    const { span, all } = spanOf(weeks, to, tried)
    const n = await count(span, MANY)
    if (all || n > MANY) return { span, count: n }
    tried = bigger(tried, n)
  }
}

/**
 * How many stories there are in all (null: more than can be ranked at once), and the newest span. `about`: how many there may be, which tells where to begin: few are counted
 * at once, and of many the newest are found without reading on.
 */
export async function wholeExtent(weeks: Weeks, count: Count, about: number): Promise<{ count: number | null; span: Span }> {
  const whole: Span = { from: null, to: null }
  const few = about <= 2 * MOST_RANKED ? await count(whole, MOST_RANKED) : MOST_RANKED + 1
  if (few <= MOST_RANKED) return { count: few, span: whole }
  // The newest week has hardly begun, and a span that turns out to be too short has to be counted again.
  const { span, count: n } = await newestSpan(weeks, null, count, 2 + ((weeks.newest - weeks.oldest + 1) * MANY * 1.25) / Math.max(about, few))
  return { count: n > MANY ? null : n, span }
}
