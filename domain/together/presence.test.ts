import { expect, test } from 'vitest'
import { presenceSentence } from './presence.ts'

test.each([
  [[], ''],
  [['Ana'], 'Ana is in it'],
  [['Ana', 'Ben'], 'Ana and Ben are in it'],
  [['Ana', 'Ben', 'Cleo'], 'Ana, Ben and 1 other are in it'],
  [['Ana', 'Ben', 'Cleo', 'Dan'], 'Ana, Ben and 2 others are in it'],
])('says who is in a story: %j', (names, sentence) => {
  expect(presenceSentence(names)).toBe(sentence)
})
