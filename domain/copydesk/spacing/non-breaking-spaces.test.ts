import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { nonBreakingSpaces } from './non-breaking-spaces.ts'

test.each([
  ['one\u00a0two', 'one two'],
  ['one \u00a0 two', 'one two'],
  ['the end.\u00a0 ', 'the end.'],
  ['\u00a0the start', 'the start'],
  ['a line\u00a0\nanother', 'a line\nanother'],
  ['narrow\u202fspace', 'narrow space'],
  ['un\u00adseen', 'unseen'],
  ['zero\u200bwidth', 'zerowidth'],
  ['\ufeffmark', 'mark'],
  ['both\u200b \u00a0kinds', 'both kinds'],
])('puts %j right', (wrong, right) => {
  expect(corrected(nonBreakingSpaces, wrong)).toBe(right)
})

test.each(['plain spaces', 'doubled  plain ones', 'a family 👩‍👩‍👧 emoji', 'می‌خواهم'])('leaves “%s” alone', (right) => {
  expect(found(nonBreakingSpaces, right)).toEqual([])
})
