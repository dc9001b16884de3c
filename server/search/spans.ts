import 'server-only'
import { MOST_COUNTED } from '#domain/search/answer.ts'
import type { Span } from '#domain/search/cursor.ts'

/** The first and the last week of something (domain/search/tokens.ts). */
export type Weeks = { oldest: number; newest: number }
/** Counts the stories of a span, up to one more than `MOST_COUNTED`: so many are ranked at once. */
export type Count = (span: Span) => Promise<number>

/** The span of the newest weeks up to `to`, so many or all. */
function spanOf({ oldest, newest }: Weeks, to: number | null, size: number): { span: Span; all: boolean } {
  const from = Math.min(newest, to ?? newest) + 1 - size
  return { span: { from: from <= oldest ? null : from, to }, all: from <= oldest }
}

/** The next size to try: as many weeks as will hold enough at this rate, neither hardly more nor far too many. */
function bigger(size: number, n: number): number {
  return Math.min(size * 4, Math.max(size + 1, Math.ceil((size * MOST_COUNTED * 1.1) / Math.max(1, n))))
}

/** The newest span up to `to` that holds more stories than are counted, but not many more, or all that are left; tried from `size` weeks on. */
export async function newestSpan(weeks: Weeks, to: number | null, count: Count, size: number): Promise<{ span: Span; count: number }> {
  for (let tried = Math.max(1, Math.floor(size)); ; ) {
    const { span, all } = spanOf(weeks, to, tried)
    const n = await count(span)
    if (all || n > MOST_COUNTED) return { span, count: n }
    tried = bigger(tried, n)
  }
}

/**
 * How many stories there are in all (null: more than `MOST_COUNTED`), and the newest span. `about`: how many there may be, which tells where to begin: few are counted
 * at once, and of many that there are more than are counted is found out among the newest, without reading on.
 */
export async function wholeExtent(weeks: Weeks, count: Count, about: number): Promise<{ count: number | null; span: Span }> {
  const whole: Span = { from: null, to: null }
  const few = about <= 2 * MOST_COUNTED ? await count(whole) : MOST_COUNTED + 1
  if (few <= MOST_COUNTED) return { count: few, span: whole }
  // The newest week has hardly begun.
  const { span, count: n } = await newestSpan(weeks, null, count, 2 + ((weeks.newest - weeks.oldest + 1) * MOST_COUNTED) / Math.max(about, 1))
  return { count: n > MOST_COUNTED ? null : n, span }
}
