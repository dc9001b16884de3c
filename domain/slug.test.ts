import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFreeSectionSlug, isSlug, RESERVED_SLUGS, slugify } from './slug.ts'

test.each([
  ['Robotics team reaches state final', 'robotics-team-reaches-state-final'],
  ['“It’s over”: café & library close', 'its-over-cafe-and-library-close'],
  ['Straße, Æsir, Øre, Łódź', 'strasse-aesir-ore-lodz'],
  ['🎉🎉', ''],
  ['   ', ''],
  [`${'word '.repeat(40)}`, 'word-word-word-word-word-word-word-word-word-word-word-word-word-word-word-word'],
  ['a'.repeat(120), 'a'.repeat(80)],
])('%j becomes %j', (text, slug) => {
  expect(slugify(text)).toBe(slug)
})

test('whatever goes in, a slug or nothing comes out, and a slug stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const slug = slugify(text)
      expect(slug === '' || isSlug(slug)).toBe(true)
      expect(slugify(slug)).toBe(slug)
    }),
  )
})

test('a section cannot take the address of a route', () => {
  for (const reserved of RESERVED_SLUGS) expect(isFreeSectionSlug(reserved)).toBe(false)
  expect(isFreeSectionSlug('news')).toBe(true)
  expect(isFreeSectionSlug('News')).toBe(false)
})
