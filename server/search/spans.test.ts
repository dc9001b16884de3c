import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MANY } from '#domain/search/answer.ts'
import type { Span } from '#domain/search/cursor.ts'
import { MOST_RANKED, newestSpan, wholeExtent, type Weeks } from './spans.ts'

/** So many stories in each week, the oldest first. */
const paper = fc.array(fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.integer({ min: 0, max: 30 }), { arbitrary: fc.integer({ min: 0, max: 900 }), weight: 1 }), { minLength: 1, maxLength: 400 })

function counting(perWeek: readonly number[], oldest: number) {
  const weeks: Weeks = { oldest, newest: oldest + perWeek.length - 1 }
  const real = ({ from, to }: Span) => perWeek.reduce((sum, n, at) => (oldest + at >= (from ?? -Infinity) && oldest + at <= (to ?? Infinity) ? sum + n : sum), 0)
  let asked = 0
  const count = async (span: Span, most: number) => {
    asked += 1
    return Math.min(most + 1, real(span))
  }
  return { weeks, real, count, asked: () => asked }
}

test('an extent tells how many there are, whatever was guessed, and asks a few times only', async () => {
  await fc.assert(
    fc.asyncProperty(paper, fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 0, max: 200_000 }), async (perWeek, oldest, about) => {
      const { weeks, real, count, asked } = counting(perWeek, oldest)
      const { count: found, span } = await wholeExtent(weeks, count, about)
      const all = real({ from: null, to: null })
      // Nobody claims more than there is; few are always counted.
      expect(found === null ? all > MANY : found === all).toBe(true)
      if (all <= MANY) expect(found).toBe(all)
      if (about <= 2 * MOST_RANKED && all <= MOST_RANKED) expect(span.from).toBeNull()
      expect(span.to).toBeNull()
      expect(span.from === null || real(span) > MANY).toBe(true)
      expect(asked()).toBeLessThanOrEqual(40)
    }),
  )
})

test('one span after the other holds every week once', async () => {
  await fc.assert(
    fc.asyncProperty(paper, fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 0, max: 5_000 }), async (perWeek, oldest, about) => {
      const { weeks, real, count } = counting(perWeek, oldest)
      const spans: Span[] = [(await wholeExtent(weeks, count, about)).span]
      for (let last = spans[0]; last !== undefined && last.from !== null && last.from > weeks.oldest; last = spans.at(-1)) spans.push((await newestSpan(weeks, last.from - 1, count, 1)).span)
      expect(spans.reduce((sum, span) => sum + real(span), 0)).toBe(real({ from: null, to: null }))
      expect(spans.every((span, at) => at === 0 || span.to === (spans[at - 1]?.from ?? 0) - 1)).toBe(true)
      expect(spans.length).toBeLessThanOrEqual(perWeek.length)
    }),
  )
})
