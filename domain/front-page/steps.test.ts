import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrangeFront } from './arrange.ts'
import { AUTOMATIC, type FrontLayout } from './layout.ts'
import { frontStepSchema, placeName, placeOf, takeStep, type FrontStep, type Place } from './steps.ts'

const ID = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const [NEWS, ARTS] = [{ id: ID(901), name: 'News' }, { id: ID(902), name: 'Arts' }]
const sections = [NEWS, ARTS]
/** Stories 1 to 12, newest first; the even ones are of the arts. */
const stories = Array.from({ length: 12 }, (_, at) => ({ id: ID(at + 1), headline: `Story ${at + 1}`, sectionId: at % 2 === 0 ? NEWS.id : ARTS.id, hasPicture: false }))
const material = { stories, sections }
const numbers = (row: { story: { headline: string } }[]) => row.map(({ story }) => Number(story.headline.slice(6)))

function shown(layout: FrontLayout) {
  const { lead, seconds, blocks } = arrangeFront(layout, stories, sections)
  return { lead: lead === null ? null : numbers([lead])[0], seconds: numbers(seconds), blocks: blocks.map((block) => [block.sectionId === NEWS.id ? 'News' : 'Arts', block.hidden ? 'hidden' : numbers(block.stories)]) }
}
function after(layout: FrontLayout, step: FrontStep): { layout: FrontLayout; words: string } {
  const taken = takeStep(layout, step, material)
  if (!taken.ok) throw new Error(taken.reason)
  return taken
}
const put = (layout: FrontLayout, number: number, to: Place) => after(layout, { do: 'place', storyId: ID(number), to })
const reason = (layout: FrontLayout, step: FrontStep) => {
  const taken = takeStep(layout, step, material)
  return taken.ok ? 'it worked' : taken.reason
}

describe('putting a story somewhere', () => {
  test('as the lead, and letting it flow again', () => {
    const lead = put(AUTOMATIC, 7, { in: 'lead' })
    expect([lead.words, shown(lead.layout)]).toEqual(['Made “Story 7” the lead', expect.objectContaining({ lead: 7, seconds: [1, 2, 3, 4] })])
    const auto = put(lead.layout, 7, { in: 'auto' })
    expect([auto.words, auto.layout]).toEqual(['Let “Story 7” find its place by itself', AUTOMATIC])
    expect(after(lead.layout, { do: 'place', storyId: ID(99), to: { in: 'auto' } }).words).toBe('Let “a story” find its place by itself')
  })

  test('among the secondary stories: it stands exactly there, and what is above it holds its place', () => {
    const third = put(AUTOMATIC, 9, { in: 'seconds', at: 2 })
    expect([third.words, shown(third.layout).seconds, third.layout.seconds]).toEqual(['Moved “Story 9” to place 3 of the secondary stories', [2, 3, 9, 4], [2, 3, 9].map(ID)])
    expect(shown(put(third.layout, 9, { in: 'seconds', at: 1 }).layout).seconds).toEqual([2, 9, 3, 4])
    expect(shown(put(third.layout, 2, { in: 'seconds', at: 9 }).layout).seconds).toEqual([3, 9, 4, 2])
    // The fourth that was pinned gives way.
    const full = put(put(AUTOMATIC, 9, { in: 'seconds', at: 3 }).layout, 10, { in: 'seconds', at: 0 })
    expect(shown(full.layout).seconds).toEqual([10, 2, 3, 4])
  })

  test('the lead can become a secondary story', () => {
    expect(shown(put(put(AUTOMATIC, 7, { in: 'lead' }).layout, 7, { in: 'seconds', at: 0 }).layout)).toMatchObject({ lead: 1, seconds: [7, 2, 3, 4] })
  })

  test('first in its section, and in no other', () => {
    const first = put(AUTOMATIC, 11, { in: 'block', sectionId: NEWS.id, at: 0 })
    expect([first.words, shown(first.layout).blocks]).toEqual(['Moved “Story 11” to place 1 in News', [['News', [11, 7, 9]], ['Arts', [6, 8, 10, 12]]]])
    expect(reason(AUTOMATIC, { do: 'place', storyId: ID(11), to: { in: 'block', sectionId: ARTS.id, at: 0 } })).toBe('This story is not in Arts. A section shows its own stories alone.')
    expect(reason(AUTOMATIC, { do: 'place', storyId: ID(11), to: { in: 'block', sectionId: ID(950), at: 0 } })).toBe('There is no such section.')
    const hidden = after(AUTOMATIC, { do: 'hide', sectionId: NEWS.id }).layout
    expect(reason(hidden, { do: 'place', storyId: ID(11), to: { in: 'block', sectionId: NEWS.id, at: 0 } })).toBe('News is hidden on the front page. Show it first.')
  })

  test('only what readers see', () => {
    expect(reason(AUTOMATIC, { do: 'place', storyId: ID(99), to: { in: 'lead' } })).toMatch(/^Readers do not see this story/)
  })
})

describe('the sections', () => {
  test('change places, are hidden and shown, and show as many as is said', () => {
    const moved = after(AUTOMATIC, { do: 'move', sectionId: NEWS.id, at: 1 })
    expect([moved.words, shown(moved.layout).blocks.map(([name]) => name)]).toEqual(['Moved News to place 2 of the sections', ['Arts', 'News']])
    expect(after(moved.layout, { do: 'move', sectionId: NEWS.id, at: 99 }).words).toBe('Moved News to place 2 of the sections')
    const hidden = after(moved.layout, { do: 'hide', sectionId: ARTS.id })
    expect([hidden.words, shown(hidden.layout).blocks]).toEqual(['Hid Arts', [['Arts', 'hidden'], ['News', [7, 9, 11]]]])
    expect(after(hidden.layout, { do: 'show', sectionId: ARTS.id }).words).toBe('Showed Arts again')
    const two = put(put(AUTOMATIC, 11, { in: 'block', sectionId: NEWS.id, at: 0 }).layout, 9, { in: 'block', sectionId: NEWS.id, at: 1 }).layout
    const one = after(two, { do: 'count', sectionId: NEWS.id, count: 1 })
    expect([one.words, shown(one.layout).blocks[0], one.layout.blocks[0]?.pins]).toEqual(['Set News to 1 story', ['News', [11]], [ID(11)]])
    expect(after(one.layout, { do: 'count', sectionId: NEWS.id, count: 2 }).words).toBe('Set News to 2 stories')
    for (const step of ['hide', 'show'] as const) expect(reason(AUTOMATIC, { do: step, sectionId: ID(950) })).toBe('There is no such section.')
  })
})

test('going back to the automatic front keeps the banner, which has a step of its own', () => {
  const banner = { storyId: ID(3), words: '', endsAt: null }
  const up = after(put(AUTOMATIC, 7, { in: 'lead' }).layout, { do: 'banner', banner })
  expect(up.words).toBe('Set the banner to “Story 3”')
  const automatic = after(up.layout, { do: 'automatic' })
  expect([automatic.words, automatic.layout]).toEqual(['Went back to the automatic front', { ...AUTOMATIC, banner }])
  expect(after(automatic.layout, { do: 'banner', banner: null })).toMatchObject({ layout: AUTOMATIC, words: 'Took the banner out' })
  expect(after(AUTOMATIC, { do: 'banner', banner: { storyId: null, words: 'Snow day', endsAt: null } }).words).toBe('Set the banner to “Snow day”')
  expect(after(AUTOMATIC, { do: 'banner', banner: { ...banner, storyId: ID(99) } }).words).toBe('Set the banner to “”')
})

const aPlace: fc.Arbitrary<Place> = fc.oneof(fc.constant<Place>({ in: 'lead' }), fc.nat(3).map((at): Place => ({ in: 'seconds', at })))

test('wherever a story is put, after however many steps, there it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), aPlace), { minLength: 1, maxLength: 12 }), (steps) => {
      let layout = AUTOMATIC
      for (const [number, to] of steps) {
        layout = put(layout, number, to).layout
        const front = shown(layout)
        expect(to.in === 'seconds' ? front.seconds[to.at] : front.lead).toBe(number)
      }
    }),
  )
})

test('moving a story in its section by places moves it by places, and nothing else but what was beside it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 10 }), (moves) => {
      let layout = AUTOMATIC
      for (const [from, at] of moves) {
        const before = shown(layout)
        const row = before.blocks[0]?.[1]
        if (!Array.isArray(row)) throw new Error('News is shown')
        const moved = row[from] ?? 0
        layout = put(layout, moved, { in: 'block', sectionId: NEWS.id, at }).layout
        const now = shown(layout)
        expect(now.blocks[0]?.[1]).toEqual(row.filter((number) => number !== moved).toSpliced(at, 0, moved))
        expect([now.lead, now.seconds]).toEqual([before.lead, before.seconds])
      }
    }),
  )
})

test('a place has one name, and a step is what a form sends', () => {
  const places: Place[] = [{ in: 'lead' }, { in: 'auto' }, { in: 'seconds', at: 3 }, { in: 'block', sectionId: NEWS.id, at: 9 }]
  for (const place of places) expect(placeOf(placeName(place))).toEqual(place)
  for (const wrong of ['', 'seconds:', 'seconds:10', 'block:x:1', 'block:', 'top']) expect(placeOf(wrong)).toBeNull()
  expect(frontStepSchema.parse({ do: 'place', storyId: ID(1), to: 'seconds:2' })).toEqual({ do: 'place', storyId: ID(1), to: { in: 'seconds', at: 2 } })
  expect(frontStepSchema.parse({ do: 'count', sectionId: NEWS.id, count: '3' })).toEqual({ do: 'count', sectionId: NEWS.id, count: 3 })
  for (const wrong of [{ do: 'place', storyId: ID(1), to: 'top' }, { do: 'count', sectionId: NEWS.id, count: '0' }, { do: 'banner', banner: null }, { do: 'move', sectionId: 'x', at: '1' }]) {
    expect(frontStepSchema.safeParse(wrong).success).toBe(false)
  }
})
