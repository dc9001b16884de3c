import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { missingPunctuation } from './missing-punctuation.ts'

test.each([
  ['The board met on Tuesday and voted for the new plan', 'The board met on Tuesday and voted for the new plan.'],
  ['She said “We went home early.”', 'She said, “We went home early.”'],
  ['“We went home early” she said.', '“We went home early,” she said.'],
  ['"We went home early" said senior Ana Ruiz.', '"We went home early," said senior Ana Ruiz.'],
  ['“We went home early” Beck said.', '“We went home early,” Beck said.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(missingPunctuation, wrong)).toBe(right)
})

test.each([
  'The board met on Tuesday and voted for the new plan.', 'He asked when the new plan for lunch would at last “begin.”', 'A short label', 'Write to us about this or about anything else at desk@school.example',
  'All of it can be read at any time at www.school.example/a', 'These are the four questions that we took to the board:', 'She called it “a start.”', 'She said “maybe” and left.', '“We went,” she said.', 'He said “The Raven” was long.',
])('leaves “%s” alone', (right) => {
  expect(found(missingPunctuation, right)).toEqual([])
})
