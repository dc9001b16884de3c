import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { repeatedWords } from './repeated-words.ts'

test.each([
  ['She saw the the play.', 'She saw the play.'],
  ['The the play ran.', 'The play ran.'],
  ['It was was was late.', 'It was late.'],
  ['They went to\u00a0to school.', 'They went to school.'],
  ['I I know', 'I know'],
  ['a café café there', 'a café there'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(repeatedWords, wrong)).toBe(right)
})

test.each([
  'He had had enough.', 'She knew that that was it.', 'a very very long day', 'Walla Walla, Washington', 'Duran Duran', 'knock knock', 'They gave her her book.', 'the then-mayor', 'It was, was it?', 'bye bye', 'one-on-one on one court',
  '19 19', 'so so', 'in in-person classes', 'the theater', 'can can\'t',
])('leaves “%s” alone', (right) => {
  expect(found(repeatedWords, right)).toEqual([])
})
