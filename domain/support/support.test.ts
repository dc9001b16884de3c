import { describe, expect, it } from 'vitest'
import { adFor, advertisementSchema, donationsSchema, reached, runs, type Ad } from './support.ts'

const ad = (change: Partial<Ad> = {}): Ad => ({ id: 'a', advertiser: 'Corner Bakery', url: 'https://bakery.example', alt: 'Bread until six', onFront: true, onStories: true, startsOn: '2026-11-01', endsOn: '2026-11-30', smallKey: '', largeKey: '', ...change })
const problems = (schema: typeof donationsSchema | typeof advertisementSchema, input: object) => schema.safeParse(input).error?.issues.map(({ path }) => path.join('.')) ?? []

describe('the box for donations', () => {
  const box = (change: object = {}) => ({ donations: 'on', title: 'Keep us printing', text: '', url: 'https://give.example/bell', goal: '3,000', raised: '$1,250', ...change })
  it('reads dollars as people write them', () => expect(donationsSchema.parse(box())).toMatchObject({ donations: true, goal: 3000, raised: 1250 }))
  it('needs a title and an address once it is on, and neither before', () => {
    expect(problems(donationsSchema, box({ title: '', url: '' }))).toEqual(['title', 'url'])
    expect(donationsSchema.parse({ title: '', text: '', url: '', goal: '', raised: '' })).toMatchObject({ donations: false, goal: null, raised: 0 })
  })
  it.each([{ url: 'http://give.example' }, { url: 'javascript:alert(1)' }, { url: 'https://x' }, { goal: 'many' }, { goal: '1000001' }, { raised: '-5' }])('refuses %j', (change) => expect(problems(donationsSchema, box(change))).toHaveLength(1))
  it('fills its bar as far as the goal is reached', () => expect([{ raised: 50, goal: 200 }, { raised: 300, goal: 200 }, { raised: 5, goal: 0 }].map(reached)).toEqual([0.25, 1, 0]))
})

describe('an advertisement', () => {
  const input = (change: object = {}) => ({ advertiser: 'Bakery', url: 'https://bakery.example', alt: 'Bread', onFront: 'on', startsOn: '2026-11-01', endsOn: '2026-11-30', ...change })
  it('says who, what, where and when', () => {
    expect(advertisementSchema.parse(input())).toMatchObject({ onFront: true, onStories: false })
    expect(problems(advertisementSchema, input({ advertiser: '', url: '', alt: '' }))).toEqual(['advertiser', 'url', 'alt'])
    expect(problems(advertisementSchema, input({ endsOn: '2026-10-31' }))).toEqual(['endsOn'])
    expect(problems(advertisementSchema, input({ onFront: undefined }))).toEqual(['onFront'])
  })
  it('runs from its first day to its last, once all is said of it', () => {
    expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((today) => runs(ad(), today))).toEqual([false, true, true, false])
    for (const change of [{ advertiser: '' }, { url: '' }, { alt: '' }, { startsOn: null }, { endsOn: null }]) expect(runs(ad(change), '2026-11-05')).toBe(false)
  })
  it('takes its turn by the hour, differs between pages, and stands where it may', () => {
    const ads = [ad(), ad({ id: 'b', onFront: false }), ad({ id: 'c' })]
    const shown = (hour: number, path = '/news/x') => adFor(ads, { place: 'story', path, hour })?.id
    expect(new Set([0, 1, 2, 3, 4, 5].map((hour) => shown(hour)))).toEqual(new Set(['a', 'b', 'c']))
    expect(shown(7)).toBe(shown(7))
    expect(new Set(['/news/a', '/news/b', '/news/c', '/news/d'].map((path) => shown(1, path))).size).toBeGreaterThan(1)
    expect(adFor(ads, { place: 'front', path: '/', hour: 3 })?.id).not.toBe('b')
    expect(adFor([], { place: 'front', path: '/', hour: 3 })).toBeNull()
  })
})
