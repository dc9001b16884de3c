import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MASKED, quotationsIn, withoutQuotations } from './quotations.ts'

const quoted = (text: string) => quotationsIn(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['“One,” she said. “Two.”', ['“One,”', '“Two.”']],
  ['"One," she said.', ['"One,"']],
  ['“He said ‘no.’”', ['“He said ‘no.’”']],
  ['“It goes on', ['“It goes on']],
  ['He is 6\'2" tall, "really"', ['"really"']],
  ['a lonely ” mark', []],
  ['“', ['“']],
])('finds the quotations in “%s”', (text, quotations) => {
  expect(quoted(text)).toEqual(quotations)
})

test('masks what is said and keeps the rest in its place', () => {
  expect(withoutQuotations('a “bc” d').replaceAll(MASKED, '_')).toBe('a “__” d')
  expect(withoutQuotations('a ‘b’s c’ d, students’ e').replaceAll(MASKED, '_')).toBe('a ‘_____’ d, students’ e')
  expect(withoutQuotations('a “b').replaceAll(MASKED, '_')).toBe('a “_')
})

test('never changes the length of a text', () => {
  const text = fc.array(fc.constantFrom('“', '”', '‘', '’', '"', 'a', ' ', '5', '\n', '👍'), { maxLength: 30 }).map((parts) => parts.join(''))
  fc.assert(fc.property(text, (words) => {
    expect(withoutQuotations(words)).toHaveLength(words.length)
  }))
})
