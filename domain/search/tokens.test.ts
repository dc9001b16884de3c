import { describe, expect, it } from 'vitest'
import { anyOf, monthOf, monthsAfter, monthsBetween, startOfMonth, tokensOfStory } from './tokens.ts'

const ID = '0191a2b3-0000-7000-8000-000000000001'

describe('tokens', () => {
  it('stand for what can be filtered by, and for authors in their order', () => {
    const publishedAt = new Date('2026-11-24T20:00:00Z')
    expect(tokensOfStory({ authors: [ID, 'b'], sectionId: 's', hasPictures: true, publishedAt })).toEqual({ authors: `'author:${ID}':1B 'author:b':2B`, filters: `'month:2026-11' 'section:s' 'pictures:'` })
    expect(tokensOfStory({ authors: [], sectionId: null, hasPictures: false, publishedAt })).toEqual({ authors: '', filters: `'month:2026-11'` })
    expect(anyOf(['a:1', 'b:2'])).toBe(`'a:1' | 'b:2'`)
  })

  it('know their months', () => {
    expect([monthOf(new Date('2026-01-31T23:59:59Z')), monthsAfter('2026-01', -1), monthsAfter('2026-12', 1), monthsAfter('2026-05', -17)]).toEqual(['2026-01', '2025-12', '2027-01', '2024-12'])
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsBetween('2026-02', '2026-01')).toEqual([])
    expect(startOfMonth('2026-02').toISOString()).toBe('2026-02-01T00:00:00.000Z')
  })
})
