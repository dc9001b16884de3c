import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { mapPosition, mapSelection, type DeltaStep } from './map-cursor.ts'

test.each<[string, DeltaStep[], number, number]>([
  ['text in front of the cursor pushes it', [{ insert: 'abc' }], 2, 5],
  ['text behind the cursor does not', [{ retain: 4 }, { insert: 'abc' }], 2, 2],
  ['text exactly at the cursor stays behind it', [{ retain: 2 }, { insert: 'abc' }], 2, 2],
  ['what was dropped in front pulls it back', [{ delete: 2 }], 5, 3],
  ['what was dropped around it leaves it where that began', [{ retain: 1 }, { delete: 6 }], 4, 1],
  ['what was dropped behind it does not move it', [{ retain: 4 }, { delete: 3 }], 4, 4],
  ['several places at once', [{ insert: 'ab' }, { retain: 2 }, { delete: 1 }, { retain: 5 }, { insert: 'x' }], 6, 7],
])('%s', (_, delta, before, after) => {
  expect(mapPosition(delta, before, 'before')).toBe(after)
})

test('a selection keeps its words and takes in none that are typed at its ends', () => {
  expect(mapSelection([{ retain: 2 }, { insert: 'ab' }, { retain: 3 }, { insert: 'cd' }], { start: 2, end: 5 })).toEqual({ start: 4, end: 7 })
})

test('a selection whose words are dropped becomes a cursor', () => {
  expect(mapSelection([{ retain: 1 }, { delete: 8 }], { start: 2, end: 6 })).toEqual({ start: 1, end: 1 })
})

test('after any change of a shared text, the cursor stands between the same letters as far as they are left', () => {
  const letters = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdefgh') })
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(), fc.nat(), letters, (text, cursorSeed, atSeed, dropSeed, put) => {
      const doc = new Y.Doc()
      const shared = doc.getText('t')
      shared.insert(0, text)
      const cursor = cursorSeed % (text.length + 1)
      const at = atSeed % (text.length + 1)
      const drop = dropSeed % (text.length - at + 1)
      const deltas: DeltaStep[][] = []
      shared.observe((event) => deltas.push(event.delta))
      doc.transact(() => {
        shared.delete(at, drop)
        shared.insert(at, put.toUpperCase())
      })
      const mapped = mapPosition(deltas[0] ?? [], cursor, 'before')
      const inFront = text.slice(0, Math.min(cursor, at)) + text.slice(Math.min(cursor, at + drop), cursor)
      expect(shared.toString().slice(0, mapped).replaceAll(/[A-Z]/g, '')).toBe(inFront)
    }),
  )
})
