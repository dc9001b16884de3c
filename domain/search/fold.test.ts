import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, foldedWords, foldWithPlaces } from './fold.ts'

it.each([
  ['Señor Núñez', 'senor nunez'], ['STRAẞE straße', 'strasse strasse'], ['Ærø, Łódź', 'aero  lodz'], ['O’Brien’s', 'obriens'], ['mother-in-law', 'mother in law'],
  ['e\u0301te\u0301', 'ete'], ['“School,” she said', ' school   she said'], ['goal 🎉 3.5', 'goal   3 5'], ['ﬁne', 'fine'], ['Москва', 'москва'],
])('folds %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

it('gives the words of a text in order, and none of one without words', () => {
  expect(foldedWords(' The “New” gym—at last! ')).toEqual(['the', 'new', 'gym', 'at', 'last'])
  expect(foldedWords('… — 🎉')).toEqual([])
})

it('leaves letters, digits and spaces alone, stays as it is when folded again, and knows where everything was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { text: folded, from } = foldWithPlaces(text)
      expect(folded).toMatch(/^[\p{L}\p{N} ]*$/u)
      expect(fold(folded)).toBe(folded)
      expect(from).toHaveLength(folded.length)
      expect(from.every((at, index) => at >= (from[index - 1] ?? 0) && at < text.length)).toBe(true)
    }),
  )
})
