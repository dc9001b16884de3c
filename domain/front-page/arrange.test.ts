import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangeFront, type FrontArrangement, type FrontStory } from './arrange.ts'
import { AUTOMATIC, layoutOf, sameLayout, storiesIn, type FrontLayout } from './layout.ts'

const [NEWS, ARTS] = [{ id: 'news' }, { id: 'arts' }]
const story = (number: number, change: Partial<FrontStory> = {}): FrontStory => ({ id: `${number}`, sectionId: NEWS.id, hasPicture: false, ...change })
const stories = (count: number, change: (number: number) => Partial<FrontStory> = () => ({})) => Array.from({ length: count }, (_, at) => story(at + 1, change(at + 1)))
const ids = (row: { story: FrontStory }[]) => row.map((one) => one.story.id)
const shownIn = ({ lead, seconds, blocks }: FrontArrangement<FrontStory>) => ids([...(lead === null ? [] : [lead]), ...seconds, ...blocks.flatMap((block) => block.stories)])
const layout = (change: Partial<FrontLayout>): FrontLayout => ({ ...AUTOMATIC, ...change })

test('an empty paper has nothing on its front', () => {
  expect(arrangeFront(AUTOMATIC, [], [NEWS])).toEqual({ lead: null, seconds: [], blocks: [{ sectionId: 'news', hidden: false, count: 5, stories: [] }] })
})

test('when nobody arranges, the newest with a picture among the first three leads, and forty stories stand once each, five a section', () => {
  expect(arrangeFront(AUTOMATIC, [story(1)], [NEWS])).toMatchObject({ lead: { story: { id: '1' }, pinned: false }, seconds: [] })
  expect(arrangeFront(AUTOMATIC, stories(3, (n) => ({ hasPicture: n === 3 })), [NEWS]).lead?.story.id).toBe('3')
  expect(arrangeFront(AUTOMATIC, stories(4, (n) => ({ hasPicture: n === 4 })), [NEWS]).lead?.story.id).toBe('1')
  const front = arrangeFront(AUTOMATIC, stories(40, (n) => ({ sectionId: n % 2 === 0 ? 'arts' : 'news' })), [ARTS, NEWS, { id: 'sports' }])
  expect(ids(front.seconds)).toEqual(['2', '3', '4', '5'])
  expect(front.blocks.map((block) => [block.sectionId, block.stories.length])).toEqual([['arts', 5], ['news', 5], ['sports', 0]])
  expect(new Set(shownIn(front)).size).toBe(15)
})

test('what is pinned stands where it was put; the rest flows around it, and new stories come in by themselves', () => {
  const arranged = layout({ lead: '9', seconds: ['8', '7'], blocks: [{ sectionId: 'arts', hidden: false, count: 2, pins: ['6'] }] })
  const some = stories(9, (n) => ({ sectionId: n >= 5 && n <= 6 ? 'arts' : 'news' }))
  const front = arrangeFront(arranged, some, [NEWS, ARTS])
  expect([front.lead, ids(front.seconds), front.blocks.map((block) => [block.sectionId, ids(block.stories)])]).toEqual([{ story: some[8], pinned: true }, ['8', '7', '1', '2'], [['arts', ['6', '5']], ['news', ['3', '4']]]])
  expect(ids(arrangeFront(arranged, [story(10), ...some], [NEWS, ARTS]).seconds)).toEqual(['8', '7', '10', '1'])
})

test('what is not live falls out and its place is filled; what changed its section, or stands in a hidden one, flows', () => {
  const arranged = layout({ lead: 'gone', seconds: ['gone', '2'], blocks: [{ sectionId: 'arts', hidden: false, count: 1, pins: ['7'] }, { sectionId: 'news', hidden: true, count: 5, pins: ['8'] }] })
  const front = arrangeFront(arranged, stories(9), [NEWS, ARTS])
  expect([front.lead?.story.id, ids(front.seconds), front.blocks.map((block) => ids(block.stories))]).toEqual(['1', ['2', '3', '4', '5'], [[], []]])
})

test('where every story is pinned further down, the first of them moves up to lead', () => {
  expect(arrangeFront(layout({ seconds: ['1', '2'] }), stories(2), [NEWS])).toMatchObject({ lead: { story: { id: '1' } }, seconds: [{ story: { id: '2' } }] })
  const inBlock = arrangeFront(layout({ blocks: [{ sectionId: 'news', hidden: false, count: 2, pins: ['1'] }] }), stories(1), [NEWS])
  expect([inBlock.lead?.story.id, inBlock.blocks[0]?.stories]).toEqual(['1', []])
})

test('a section that is not in the paper any more is left out, a new one comes last', () => {
  const arranged = layout({ blocks: [{ sectionId: 'closed', hidden: false, count: 5, pins: [] }, { sectionId: 'arts', hidden: false, count: 3, pins: [] }] })
  expect(arrangeFront(arranged, [], [NEWS, ARTS]).blocks.map(({ sectionId, count }) => [sectionId, count])).toEqual([['arts', 3], ['news', 5]])
})

// Ids from a small range, so that an arrangement names stories that are live, that are not, and some twice.
const SECTIONS = ['a', 'b', 'c'].map((id) => ({ id }))
const anId = fc.nat(24).map(String)
const aBlock = fc.record({ sectionId: fc.constantFrom('a', 'b', 'c', 'closed'), hidden: fc.boolean(), count: fc.integer({ min: 1, max: 10 }), pins: fc.array(anId, { maxLength: 10 }) })
const aLayout: fc.Arbitrary<FrontLayout> = fc.record({ lead: fc.option(anId), seconds: fc.array(anId, { maxLength: 4 }), blocks: fc.array(aBlock, { maxLength: 5 }), banner: fc.constant(null) })
const liveStories = fc.uniqueArray(fc.record({ id: anId, sectionId: fc.constantFrom('a', 'b', 'c'), hasPicture: fc.boolean() }), { selector: ({ id }) => id, maxLength: 25 })

test('no story stands twice, only live ones stand, and no place is empty while a story could stand in it', () => {
  fc.assert(
    fc.property(aLayout, liveStories, (arranged, live) => {
      const front = arrangeFront(arranged, live, SECTIONS)
      const shown = shownIn(front)
      expect(new Set(shown).size).toBe(shown.length)
      const liveIds = new Set(live.map(({ id }) => id))
      expect(shown.every((id) => liveIds.has(id))).toBe(true)
      const left = live.filter(({ id }) => !shown.includes(id))
      expect(front.lead === null).toBe(live.length === 0)
      expect(front.seconds.length === 4 || left.length === 0).toBe(true)
      expect(front.blocks.map(({ sectionId }) => sectionId).toSorted()).toEqual(['a', 'b', 'c'])
      for (const { sectionId, hidden, count, stories: some } of front.blocks) {
        expect(some.every((one) => one.story.sectionId === sectionId)).toBe(true)
        if (hidden) expect(some).toEqual([])
        else expect(some.length === count || !left.some((one) => one.sectionId === sectionId)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('what is stored is read back the same, and what is no arrangement is none', () => {
  const id = '0194f2a1-0000-7000-8000-000000000001'
  const whole: FrontLayout = { lead: id, seconds: [id], blocks: [{ sectionId: id, hidden: true, count: 3, pins: [id] }], banner: { storyId: null, words: 'Snow day', endsAt: '2026-11-24T12:00:00.000Z' } }
  expect(layoutOf(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
  for (const wrong of [null, {}, [], { ...whole, lead: 'x' }, { ...whole, seconds: [id, id, id, id, id] }, { ...whole, banner: { storyId: null, words: 'x'.repeat(121), endsAt: null } }]) expect(layoutOf(wrong)).toBeNull()
  expect(sameLayout(whole, { banner: whole.banner, blocks: whole.blocks, seconds: [id], lead: id })).toBe(true)
  expect(sameLayout(whole, { ...whole, lead: null })).toBe(false)
  expect([storiesIn(whole), storiesIn({ ...AUTOMATIC, banner: { storyId: id, words: '', endsAt: null } }), storiesIn(AUTOMATIC)]).toEqual([[id], [id], []])
})
