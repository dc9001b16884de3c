import { expect, test } from 'vitest'
import { bannerInputSchema, bannerSeal, bannerView, hasNewWords } from './banner.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const story = { headline: 'Bells rang early', path: '/news/bells' }
const own = { storyId: null, words: 'School is closed today', endsAt: null }
const linked = { storyId: ID, words: '', endsAt: null }

test('a banner says its own words or the headline of its story, and nothing once that is gone or its time is over', () => {
  expect(bannerView(null, { over: false, story: null })).toBeNull()
  expect(bannerView(own, { over: false, story: null })).toEqual({ text: 'School is closed today', path: null })
  expect(bannerView(own, { over: true, story: null })).toBeNull()
  expect(bannerView(linked, { over: false, story })).toEqual({ text: 'Bells rang early', path: '/news/bells' })
  expect(bannerView({ ...linked, words: 'Bells!' }, { over: false, story })).toEqual({ text: 'Bells!', path: '/news/bells' })
  expect(bannerView({ ...linked, words: 'Bells!' }, { over: false, story: null })).toBeNull()
  expect(bannerView({ ...own, words: '' }, { over: false, story: null })).toBeNull()
})

test('words are new unless readers see the same ones, on the same story, already', () => {
  expect([hasNewWords(null, null), hasNewWords(linked, null)]).toEqual([false, false])
  expect([hasNewWords(own, null), hasNewWords(own, linked), hasNewWords(own, { ...own, endsAt: '2026-11-24T12:00:00.000Z' }), hasNewWords({ ...own, storyId: ID }, own)]).toEqual([true, true, false, true])
})

test('a seal tells one banner from another', () => {
  expect(new Set([null, own, linked, { ...own, endsAt: '2026-11-24T12:00:00.000Z' }].map(bannerSeal)).size).toBe(4)
  expect(bannerSeal({ endsAt: null, words: own.words, storyId: null })).toBe(bannerSeal(own))
})

const fields = { says: 'headline', storyId: ID, words: '', date: '', time: '' }
const problems = (change: Record<string, string>) => {
  const parsed = bannerInputSchema.safeParse({ ...fields, ...change })
  return parsed.success ? parsed.data : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('its form is one line of plain words, with an end or without', () => {
  expect(problems({})).toEqual({ says: 'headline', storyId: ID, words: '', date: null, time: null })
  expect(problems({ says: 'words', storyId: '', words: '  Snow\n day  ', date: '2026-11-24', time: '15:00' })).toMatchObject({ storyId: null, words: 'Snow day', date: '2026-11-24', time: '15:00' })
  expect(problems({ says: 'words', words: ' ' })).toEqual(['words: Write what it says.'])
  expect(problems({ storyId: '' })).toEqual(['storyId: Choose the story whose headline it says.'])
  expect(problems({ words: 'x'.repeat(121) })).toEqual(['words: Use at most 120 characters.'])
  expect(problems({ date: '2026-11-24' })).toEqual(['time: Choose a time too, or leave both empty.'])
  expect(problems({ time: '15:00' })).toEqual(['date: Choose a day too, or leave both empty.'])
  expect(problems({ says: 'shout' })).toEqual(['says: Choose what the banner says.'])
})
