import { expect, it } from 'vitest'
import { wordsOf } from '../words/words.ts'
import { summaryOf, type FoundAnswer } from './answer.ts'

const FOUND: FoundAnswer = { kind: 'found', results: [], sheets: { pages: [], print: [], morePrint: false }, count: 1, next: null, instead: null, meant: null }

it.each([
  [{ count: 1 }, 'chess', '1 story for “chess”'],
  [{ count: 1_200 }, 'chess', '1,200 stories for “chess”'],
  [{ count: null }, '', 'More than 500 stories'],
  [{ count: 0 }, '<b>', 'No story for “<b>”'],
  [{ count: 3, instead: 'chess' }, 'chss', '3 stories for “chess”'],
])('%o, asked for %s: %s', (found, asked, said) => {
  expect(summaryOf({ ...FOUND, ...found }, asked, wordsOf('en').search)).toBe(said)
})
