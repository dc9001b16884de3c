import { expect, test } from 'vitest'
import { arrangeFront } from './front-page.ts'
import type { StoryCardView } from './story-view.ts'

const NEWS = { slug: 'news', name: 'News' }
const ARTS = { slug: 'arts', name: 'Arts' }
const picture = { asset: { id: 'a', width: 3, height: 2, placeholder: '', variants: [] }, caption: '', alt: '', credit: '' }

function card(number: number, change: Partial<StoryCardView> = {}): StoryCardView {
  return { path: `/news/${number}`, headline: `${number}`, deck: '', section: NEWS, bylines: [], publishedAt: '2026-11-24T12:00:00Z', lead: null, ...change }
}

test('an empty paper has nothing on its front', () => {
  expect(arrangeFront([], [NEWS])).toEqual({ lead: null, seconds: [], sections: [] })
})

test('one story leads', () => {
  expect(arrangeFront([card(1)], [NEWS])).toMatchObject({ lead: { headline: '1' }, seconds: [], sections: [] })
})

test('the newest with a picture leads if it is among the first three', () => {
  expect(arrangeFront([card(1), card(2), card(3, { lead: picture })], [NEWS]).lead?.headline).toBe('3')
  expect(arrangeFront([card(1), card(2), card(3), card(4, { lead: picture })], [NEWS]).lead?.headline).toBe('1')
})

test('forty stories stand once each, by section, at most five a section', () => {
  const stories = Array.from({ length: 40 }, (_, index) => card(index, { section: index % 2 === 0 ? NEWS : ARTS }))
  const front = arrangeFront(stories, [ARTS, NEWS, { slug: 'sports', name: 'Sports' }])
  const shown = [front.lead, ...front.seconds, ...front.sections.flatMap((block) => block.stories)]
  expect(front.sections.map((block) => [block.section.slug, block.stories.length])).toEqual([['arts', 5], ['news', 5]])
  expect(new Set(shown).size).toBe(shown.length)
})
