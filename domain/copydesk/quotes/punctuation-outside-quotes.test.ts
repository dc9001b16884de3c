import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { punctuationOutsideQuotes } from './punctuation-outside-quotes.ts'

test.each([
  ['He called it “a start”.', 'He called it “a start.”'],
  ['“A start”, he said.', '“A start,” he said.'],
  ['He called it "a start".', 'He called it "a start."'],
  ['“He said ‘no’”.', '“He said ‘no.’”'],
  ['‘The Lamp’, a play', '‘The Lamp,’ a play'],
  ['the word “secure[d]”.', 'the word “secure[d].”'],
  ['the “first;” the second', 'the “first”; the second'],
  ['the “first:” a list', 'the “first”: a list'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(punctuationOutsideQuotes, wrong)).toBe(right)
})

test.each([
  'He called it “a start.”', '“A start,” he said.', 'Who said “no”?', 'He said “no”!', 'the “first”; the second', 'the “first”: a list', 'She got an “A”.', 'press “Q”, then “x”.', 'the students’.', 'the students’, teachers’ and parents’ lots',
  'a pipe of 6".', '“the end.”.', '“Who?”.', '“name”.com', '“x” ...',
])('leaves “%s” alone', (right) => {
  expect(found(punctuationOutsideQuotes, right)).toEqual([])
})
