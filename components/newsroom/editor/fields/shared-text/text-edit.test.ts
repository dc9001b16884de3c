import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textEdit } from './text-edit.ts'

test.each([
  ['a letter at the end', 'ab', 'abc', 3, { from: 2, drop: 0, put: 'c' }],
  ['the first of two equal letters', 'ab', 'aab', 1, { from: 0, drop: 0, put: 'a' }],
  ['the second of two equal letters', 'ab', 'aab', 2, { from: 1, drop: 0, put: 'a' }],
  ['a word replaced', 'the old one', 'the new one', 7, { from: 4, drop: 3, put: 'new' }],
  ['backspace', 'abb', 'ab', 2, { from: 2, drop: 1, put: '' }],
  ['nothing', 'ab', 'ab', 1, { from: 2, drop: 0, put: '' }],
  ['one of two characters that share their first half', 'a\u{1F600}', 'a\u{1F601}', 3, { from: 1, drop: 2, put: '\u{1F601}' }],
])('%s', (_, before, after, caret, edit) => {
  const { from, drop, put } = textEdit(before, after, caret)
  expect(before.slice(0, from) + put + before.slice(from + drop)).toBe(after)
  if (before !== after) expect({ from, drop, put }).toEqual(edit)
})

test('whatever was typed, the edit makes the one text from the other and cuts no character in two', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 12 })
  fc.assert(
    fc.property(words, words, fc.nat({ max: 14 }), (before, after, caret) => {
      const { from, drop, put } = textEdit(before, after, caret)
      expect(before.slice(0, from) + put + before.slice(from + drop)).toBe(after)
      expect(put.isWellFormed()).toBe(before.isWellFormed() && after.isWellFormed())
    }),
  )
})
