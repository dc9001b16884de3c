import { expect, test } from 'vitest'
import { contentWords, shareInCommon } from './content-words.ts'

test('keeps the words that carry the sense, without endings', () => {
  expect([...contentWords('The team’s runners are cutting the longest rides in two')]).toEqual(['team', 'runner', 'cut', 'longest', 'rid'])
})

test('measures the shorter against the longer', () => {
  expect(shareInCommon(new Set(['a', 'b']), new Set(['b', 'c', 'd']))).toBe(0.5)
  expect(shareInCommon(new Set(), new Set(['a']))).toBe(0)
})
