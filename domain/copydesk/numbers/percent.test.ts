import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { percent } from './percent.ts'

test.each([
  ['68 percent favored it', '68% favored it'],
  ['up 2.5 per cent', 'up 2.5%'],
  ['about 5 % of them', 'about 5% of them'],
  ['some five percent of them', 'some 5% of them'],
  ['some twenty percent', 'some 20%'],
  ['from 5 to 10 percent', 'from 5% to 10%'],
  ['5-10 percent', '5%-10%'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(percent, wrong)).toBe(right)
})

test('reads headlines and captions', () => {
  expect(found(percent, copyOf({ headline: 'Turnout rises to 90 percent', pictures: [{ caption: 'Some 5 percent' }] }))).toEqual(['90 percent', '5 percent'])
})

test.each(['68% favored it', 'Sixty percent favored it.', 'a percentage of it', '4 percentage points', 'a small percent', 'zero percent chance'])('leaves “%s” alone', (right) => {
  expect(found(percent, right)).toEqual([])
})
