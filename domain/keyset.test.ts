import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageOf, placeAfter, placeOf, placeText, type Place } from './keyset.ts'

test('a place goes into an address and out of it', () => {
  fc.assert(fc.property(fc.integer({ min: 100_000_000, max: 999_999_999_999_999 }), fc.integer({ min: 1, max: 9_999 }), (at, skip) => {
    expect(placeOf(placeText({ at, skip }))).toEqual({ at, skip })
  }))
  expect(placeText({ at: 1_764_000_000_000, skip: 1 })).toBe('1764000000000')
  for (const text of ['', 'x', '1764000000000-0', '1764000000000-', '-1', '1764000000000-12345', '1.5e12', '1764000000000 ']) expect(placeOf(text)).toBeNull()
})

test('after an empty page there is nothing', () => {
  expect(placeAfter([], null)).toBeNull()
})

test('page after page shows every story once and in order, however many came out at one moment', () => {
  const list = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }).map((moments) => moments.toSorted((a, b) => b - a).map((moment, id) => ({ id, at: new Date(1_764_000_000_000 + moment) })))
  fc.assert(fc.property(list, fc.integer({ min: 1, max: 7 }), (stories, many) => {
    const seen: number[] = []
    let from: Place | null = null
    for (let pages = 0; pages <= stories.length; pages += 1) {
      const start: Place | null = from
      // What a query answers: up to the moment, newest first.
      const rows = stories.filter(({ at }) => start === null || at.getTime() <= start.at)
      const page = pageOf(rows, start, many)
      expect(page).not.toBeNull()
      seen.push(...(page?.rows ?? []).map(({ id }) => id))
      if (page === null || page.next === null) break
      from = placeOf(page.next)
    }
    expect(seen).toEqual(stories.map(({ id }) => id))
  }))
})

test('no page begins at a moment at which nothing came out', () => {
  const rows = [{ at: new Date(1_764_000_000_000) }]
  expect(pageOf(rows, { at: 1_764_000_000_001, skip: 1 }, 10)).toBeNull()
  expect(pageOf([], { at: 1, skip: 1 }, 10)).toBeNull()
  expect(pageOf(rows, { at: 1_764_000_000_000, skip: 1 }, 10)).toEqual({ rows: [], next: null })
})
