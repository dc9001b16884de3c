import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { unbalancedQuotes } from './unbalanced-quotes.ts'

test.each([
  ['“Never closed, she said.', '“'],
  ['Never opened,” she said.', '”'],
  ['"Straight and open', '"'],
  ['“One” and “two', '“'],
  ['(a note', '('],
  ['a note)', ')'],
  ['[a note', '['],
])('finds the lonely mark in “%s”', (wrong, mark) => {
  expect(found(unbalancedQuotes, wrong)).toEqual([mark])
})

test('lets a quotation run over several paragraphs that each open with a mark', () => {
  expect(found(unbalancedQuotes, ['“The first part,” she said. “It goes on.', '“And on.', '“And ends.”'])).toEqual([])
  expect(found(unbalancedQuotes, ['“The first part.', 'Something else.'])).toEqual(['“'])
})

test('does not let a caption go on in the next one', () => {
  expect(found(unbalancedQuotes, copyOf({ pictures: [{ caption: '“Open', alt: '“Closed”' }] }))).toEqual(['“'])
})

test.each(['“One,” she said. “Two.”', 'He is 6\'2" tall', 'a 12" pipe and a 6" one', 'Choose a) or b) now', 'happy :)', '(one [two] three)', '“He said, ‘No.’”'])('leaves “%s” alone', (right) => {
  expect(found(unbalancedQuotes, right)).toEqual([])
})
