import fc from 'fast-check'
import { expect, test } from 'vitest'
import { opensSentence, sentencesIn } from './sentences.ts'

const sentences = (text: string) => sentencesIn(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['One. Two? Three! Four', ['One.', 'Two?', 'Three!', 'Four']],
  ['“One.” “Two.” She left.', ['“One.”', '“Two.”', 'She left.']],
  ['Mr. Cole of St. Olaf met J. R. Reyes on Jan. 5. He left.', ['Mr. Cole of St. Olaf met J. R. Reyes on Jan. 5.', 'He left.']],
  ['It ends at 7 p.m. The band plays at 8 p.m. Friday.', ['It ends at 7 p.m.', 'The band plays at 8 p.m. Friday.']],
  ['The U.S. Senate met. And … then … it', ['The U.S. Senate met.', 'And … then … it']],
  ['one line\nanother line', ['one line', 'another line']],
  ['“Why?” she asked.', ['“Why?” she asked.']],
  ['  ', []],
])('reads the sentences of “%s”', (text, expected) => {
  expect(sentences(text)).toEqual(expected)
})

test('loses nothing but white space between them', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
    expect(sentences(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  }))
}, 20_000)

test.each([
  ['Ten came', 0, true], ['They left. Ten came', 11, true], ['“Ten came', 1, true], ['He said, “Ten came”', 10, true], ['He said: Ten came', 9, true], ['Why? (Ten came)', 6, true],
  ['They saw Ten', 9, false], ['on Jan. 5', 8, false], ['Mr. Ten', 4, false], ['at 7 p.m. Friday', 10, false], ['at 7 p.m. Ten', 10, true], ['the “Ten', 5, false],
] as const)('in “%s”, at %i: %s', (text, at, expected) => {
  expect(opensSentence(text, at)).toBe(expected)
})
