import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { yearCommas } from './year-commas.ts'

test.each([
  ['On Jan. 5, 2026 the team met.', 'On Jan. 5, 2026, the team met.'],
  ['On Jan. 5 2026 the team met.', 'On Jan. 5, 2026, the team met.'],
  ['It met on May 4 2026.', 'It met on May 4, 2026.'],
  ['In May, 2026, it met.', 'In May 2026, it met.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(yearCommas, wrong)).toBe(right)
})

test.each(['On Jan. 5, 2026, the team met.', 'It met on Jan. 5, 2026.', '(Jan. 5, 2026)', 'Jan. 5, 2026 — a day', 'In January 2026 the team met.', 'On Jan. 5 the team met.', 'From Jan. 5, 2026; to'])('leaves “%s” alone', (right) => {
  expect(found(yearCommas, right)).toEqual([])
})
