import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoryContent } from '../story.ts'
import { sizeInWords, sizeOfChange } from './size-of-change.ts'

const story = (paragraphs: string[], change: Partial<StoryContent> = {}): StoryContent => ({
  headline: 'H', deck: 'D', slug: '', sectionId: null, tags: [], bylines: [], lead: null,
  body: { type: 'doc', content: paragraphs.map((text) => (text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] })) },
  ...change,
})
const lead = (caption: string) => ({ assetId: 'a', caption, alt: 'A', credit: 'C' })

test('counts words that came and went', () => {
  expect(sizeOfChange(story(['The bell rang at noon.']), story(['The bell rang twice at one.']))).toEqual({ added: 2, removed: 1, parts: [] })
})

test('a moved paragraph is no change of words', () => {
  expect(sizeOfChange(story(['One.', 'Two.']), story(['Two.', 'One.']))).toEqual({ added: 0, removed: 0, parts: [] })
})

test('names every other part that differs', () => {
  const before = story(['One.'], { lead: lead('Before') })
  const after = story(['One.'], { headline: 'X', deck: 'X', slug: 'x', sectionId: 's', tags: ['t'], bylines: [{ staffId: null, name: 'Guest', credit: '' }], lead: { ...lead('After'), assetId: 'b' } })
  expect(sizeOfChange(before, after).parts).toEqual(['headline', 'deck', 'pictures', 'captions', 'bylines', 'section', 'tags', 'web address'])
})

test('of a revision and itself is nothing, and both ways are mirrors of each other', () => {
  const text = fc.array(fc.stringMatching(/^[a-c ]{0,12}$/), { maxLength: 4 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(sizeOfChange(story(a), story(a))).toEqual({ added: 0, removed: 0, parts: [] })
      const [there, back] = [sizeOfChange(story(a), story(b)), sizeOfChange(story(b), story(a))]
      expect([there.added, there.removed]).toEqual([back.removed, back.added])
    }),
  )
})

test.each([
  [{ added: 12, removed: 3, parts: ['headline'] }, '12 words added, 3 removed; headline'],
  [{ added: 1, removed: 0, parts: [] }, '1 word added'],
  [{ added: 0, removed: 1, parts: [] }, '1 word removed'],
  [{ added: 0, removed: 0, parts: ['captions'] }, 'captions'],
  [{ added: 0, removed: 0, parts: [] }, 'nothing that a reader would see'],
])('%o is said as "%s"', (size, words) => {
  expect(sizeInWords(size)).toBe(words)
})
