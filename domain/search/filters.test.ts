import { describe, expect, it } from 'vitest'
import { hasFilter, NOTHING_ASKED, readAsked, searchAddress } from './filters.ts'

const ID = '0191a2b3-0000-7000-8000-000000000001'

describe('an address', () => {
  const read = (query: string) => readAsked((name) => new URLSearchParams(query).get(name) ?? undefined)

  it('is read, and what cannot be right is left out', () => {
    expect(read('')).toEqual(NOTHING_ASKED)
    expect(read(`q=+chess%00+&section=news&author=${ID}&year=2026-27&pictures=1&print=1&after=x`)).toEqual({ q: 'chess', section: 'news', author: ID, year: '2026-27', pictures: true, print: true, after: 'x' })
    expect(read(`section=No+such&author=Ana+Ruiz&year=2026-28&pictures=yes&after=${'x'.repeat(201)}`)).toEqual(NOTHING_ASKED)
    expect(read(`q=${'x'.repeat(500)}`).q).toHaveLength(200)
    expect(read(`q=${encodeURIComponent(`${'x'.repeat(199)}🎉`)}`).q.isWellFormed()).toBe(true)
  })

  it('is written', () => {
    expect(searchAddress({})).toBe('/search')
    expect(searchAddress({ q: 'a & b', section: 'news', pictures: true, print: true })).toBe('/search?q=a+%26+b&section=news&pictures=1&print=1')
    expect(hasFilter(NOTHING_ASKED)).toBe(false)
    for (const filter of [{ section: 'a' }, { author: ID }, { year: '2026-27' }, { pictures: true }]) expect(hasFilter({ ...NOTHING_ASKED, ...filter })).toBe(true)
  })
})
