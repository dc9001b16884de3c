import { describe, expect, it } from 'vitest'
import { anyOf, startOfWeek, tokensOfStory, weekOf, weeksBetween } from './tokens.ts'

const ID = '0191a2b3-0000-7000-8000-000000000001'

describe('tokens', () => {
  it('stand for what can be filtered by, and for authors in their order', () => {
    const publishedAt = new Date('2026-11-26T20:00:00Z')
    expect(tokensOfStory({ authors: [ID, 'b'], sectionId: 's', hasPictures: true, publishedAt })).toEqual({ authors: `'author:${ID}':1B 'author:b':2B`, filters: `'week:2969' 'section:s' 'pictures:'` })
    expect(tokensOfStory({ authors: [], sectionId: null, hasPictures: false, publishedAt })).toEqual({ authors: '', filters: `'week:2969'` })
    expect(anyOf(['a:1', 'b:2'])).toBe(`'a:1' | 'b:2'`)
  })

  it('know their weeks', () => {
    expect([weekOf(new Date('1970-01-07T23:59:59.999Z')), weekOf(new Date('1970-01-08T00:00:00Z')), weekOf(new Date('1969-12-31T23:00:00Z'))]).toEqual([0, 1, -1])
    expect(startOfWeek(2969).toISOString()).toBe('2026-11-26T00:00:00.000Z')
    expect(weeksBetween(2969, 2971)).toEqual([2969, 2970, 2971])
    expect(weeksBetween(2, 1)).toEqual([])
  })
})
