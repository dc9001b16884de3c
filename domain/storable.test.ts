import fc from 'fast-check'
import { expect, it } from 'vitest'
import { storable, storableDeep } from './storable.ts'

it('removes U+0000 and replaces half characters; all other text stays', () => {
  expect(storable('a\u0000b \ud800c\udc00 😀\n\u0001é')).toBe('ab \ufffdc\ufffd 😀\n\u0001é')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => storable(text) === text.replaceAll('\u0000', '')))
})

it('cleans every text within, whatever else is there', () => {
  const date = new Date(0)
  const bare: object = Object.assign(Object.create(null), { x: 'a\u0000' })
  expect(storableDeep({ a: ['x\u0000', { b: '\ud800', c: 1, d: null, e: undefined }], date, bare, on: true })).toEqual({
    a: ['x', { b: '\ufffd', c: 1, d: null, e: undefined }],
    date,
    bare: { x: 'a' },
    on: true,
  })
  expect(storableDeep('\u0000')).toBe('')
})

it('ends on what holds itself', () => {
  const ring: { text: string; self?: unknown; twice?: unknown[] } = { text: 'a\u0000' }
  ring.self = ring
  ring.twice = [ring, ring]
  const cleaned = storableDeep(ring)
  expect(cleaned).toMatchObject({ text: 'a', self: { text: 'a', self: { text: 'a' } } })
})
