import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { mixedQuotes } from './mixed-quotes.ts'

test.each([
  ['“One,” “two” and "three"', '“One,” “two” and “three”'],
  ['“Don\'t,” she said. “It\'s \'hot.\'”', '“Don’t,” she said. “It’s ‘hot.’”'],
  ['“Class of \'26,” “rock \'em”', '“Class of ’26,” “rock ’em”'],
  ['("yes") “no” “no” “no”', '(“yes”) “no” “no” “no”'],
])('makes the straight ones curly: %s', (wrong, right) => {
  expect(corrected(mixedQuotes, wrong)).toBe(right)
})

test('makes the curly ones straight where they are fewer', () => {
  expect(corrected(mixedQuotes, '"One" and "two" and “three"')).toBe('"One" and "two" and "three"')
  expect(corrected(mixedQuotes, '"One" and "two" don’t')).toBe('"One" and "two" don\'t')
})

test('looks at the whole story', () => {
  expect(found(mixedQuotes, copyOf({ headline: '‘One’', body: ['“Two”', 'don\'t'] }))).toEqual(["'"])
})

test.each(['"All" of it\'s straight', '“All” of it’s curly', '“He is 5\'10" tall”', 'no marks'])('leaves “%s” alone', (right) => {
  expect(found(mixedQuotes, right)).toEqual([])
})
