import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { setText, sharedEnds, textSteps } from './set-text.ts'

const said = (text: string) => {
  const shared = new Y.Doc().getText('t')
  shared.insert(0, text)
  return shared
}

test('makes a text say anything else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const shared = said(before)
      setText(shared, after)
      expect(shared.toString()).toBe(after)
    }),
  )
})

test('drops and puts only what differs', () => {
  expect(textSteps('The bell rang.', 'The old bell rang!').filter((step) => !('keep' in step))).toEqual([{ put: 'old ' }, { drop: 1 }, { put: '!' }].slice(0, 3))
})

test('replaces the middle of long texts as a whole', () => {
  const [a, b] = ['a'.repeat(3_000), 'b'.repeat(3_000)]
  expect(textSteps(`<${a}>`, `<${b}>`)).toEqual([{ keep: 1 }, { drop: 3_000 }, { put: b }, { keep: 1 }])
})

test.each([
  ['😀', '😁'],
  ['a😀', 'a😁'],
  ['👍🏽', '👍🏿'],
])('never cuts a character of two halves: %s', (before, after) => {
  const { start, end } = sharedEnds(before, after)
  for (const at of [start, before.length - end]) expect(before.slice(0, at).isWellFormed()).toBe(true)
  const shared = said(before)
  setText(shared, after)
  expect(shared.toString()).toBe(after)
})
