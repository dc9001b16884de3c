import { expect, test } from 'vitest'
import { fromWords, inWords } from './number-words.ts'

test('says every number to 99 in words, and reads it back', () => {
  for (let number = 0; number <= 99; number += 1) expect(fromWords(inWords(number))).toBe(number)
  expect([inWords(7), inWords(13), inWords(40), inWords(99)]).toEqual(['seven', 'thirteen', 'forty', 'ninety-nine'])
})

test('keeps figures that it has no words for', () => {
  expect([inWords(100), inWords(-1), inWords(2.5)]).toEqual(['100', '-1', '2.5'])
})

test('reads "Twenty One" as 21 and nothing else as a number', () => {
  expect([fromWords('Twenty One'), fromWords('hundred'), fromWords('')]).toEqual([21, null, null])
})
