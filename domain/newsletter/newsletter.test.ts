import { describe, expect, it, test } from 'vitest'
import type { StoryCardView } from '../story-view.ts'
import { contentOf, isEmpty, storiesOf, weeklyContent } from './content.ts'
import { dueHour, newestHour } from './hour.ts'
import { newsletterMail, type NewsletterView } from './mail.ts'
import { maskedAddress, newsletterSettingsSchema, signUpSchema } from './sign-up.ts'

const id = (digit: number) => `0199a000-0000-7000-8000-00000000000${digit}`

describe('what a newsletter tells of', () => {
  const placed = (digit: number, day: string) => ({ id: id(digit), publishedAt: `${day}T10:00:00.000Z` })
  const front = { lead: placed(1, '2026-11-20'), seconds: [placed(2, '2026-11-27')], blocks: [[placed(3, '2026-11-28'), placed(4, '2026-11-01')], [placed(5, '2026-11-01')]] }

  it('is what came out since the last one, where it stands on the front page', () => {
    expect(weeklyContent(front, new Date('2026-11-23T10:00:00Z'), [id(9)])).toEqual({ top: [id(2)], blocks: [[id(3)]], corrections: [id(9)] })
    expect(storiesOf(weeklyContent(front, null, []))).toEqual([1, 2, 3, 4, 5].map(id))
    expect(weeklyContent({ lead: null, seconds: [], blocks: [] }, null, [])).toEqual({ top: [], blocks: [], corrections: [] })
  })
  it('can be nothing, or unreadable', () => {
    expect(isEmpty({ top: [], blocks: [], corrections: [] })).toBe(true)
    expect(isEmpty({ top: [], blocks: [], corrections: [id(1)] })).toBe(false)
    expect(contentOf({ top: [id(1)], blocks: [], corrections: [] })).toEqual({ top: [id(1)], blocks: [], corrections: [] })
    for (const odd of [null, {}, { top: ['x'], blocks: [], corrections: [] }]) expect(contentOf(odd)).toBeNull()
  })
})

describe('the hour of the week', () => {
  const zone = 'America/Los_Angeles'
  const friday = { weekday: 5, hour: 16 }
  it('is that of the school’s clocks, before and after they are changed', () => {
    expect(newestHour(friday, new Date('2026-11-28T00:00:00Z'), zone)).toEqual({ period: '2026-11-27', at: new Date('2026-11-28T00:00:00Z') })
    expect(newestHour(friday, new Date('2026-11-27T23:59:00Z'), zone).period).toBe('2026-11-20')
    expect(newestHour(friday, new Date('2026-07-04T12:00:00Z'), zone).at).toEqual(new Date('2026-07-03T23:00:00Z'))
    expect(newestHour({ weekday: 0, hour: 2 }, new Date('2026-03-09T12:00:00Z'), zone)).toEqual({ period: '2026-03-08', at: new Date('2026-03-08T10:00:00Z') })
  })
  it('is due once it came after it was planned, and for a day', () => {
    const since = new Date('2026-11-01T00:00:00Z')
    expect(dueHour({ ...friday, since }, new Date('2026-11-28T06:00:00Z'), zone)?.period).toBe('2026-11-27')
    expect(dueHour({ ...friday, since }, new Date('2026-11-30T06:00:00Z'), zone)).toBeNull()
    expect(dueHour({ ...friday, since: new Date('2026-11-28T01:00:00Z') }, new Date('2026-11-28T06:00:00Z'), zone)).toBeNull()
  })
})

describe('the mail', () => {
  const card = (headline: string, section = 'News'): StoryCardView => ({ path: '/news/x', headline, deck: 'A <deck> & more.', section: { slug: 'news', name: section }, bylines: [{ name: 'Rosa Lind', credit: '' }], publishedAt: '2026-11-27T10:00:00.000Z', lead: null })
  const view: NewsletterView = {
    kind: 'WEEKLY', paper: 'The Harbor Light', language: 'en', site: 'https://paper.school.org', top: [card('Bells & <whistles>'), { ...card('Second'), deck: '', bylines: [] }],
    blocks: [[card('A match', 'Sports')]], corrections: [{ id: id(1), kind: 'CORRECTION', text: 'The score was 2–1.', at: '2026-11-27T10:00:00.000Z', replaced: null, story: { path: '/news/y', headline: 'The final' } }],
    leave: 'https://paper.school.org/newsletter/leave/abc',
  }

  it('says the same as HTML and as text, with the way to leave, and loads nothing from anywhere', () => {
    const mail = newsletterMail(view)
    expect(mail?.subject).toBe('The Harbor Light: Bells & <whistles>')
    for (const words of ['The Harbor Light', 'Second', 'A match', 'The score was 2–1.', 'By Rosa Lind', view.leave]) {
      expect(mail?.text).toContain(words)
      expect(mail?.html).toContain(words)
    }
    expect(mail?.html).toContain('Bells &amp; &lt;whistles&gt;')
    expect(mail?.html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(mail?.html).not.toMatch(/<(img|script|link|iframe|form)|src=|url\(|@import/i)
    expect(mail?.html.match(/<h1/g)).toHaveLength(1)
  })
  it('speaks the language of the paper, and calls breaking news by its name', () => {
    const mail = newsletterMail({ ...view, kind: 'BREAKING', language: 'es', blocks: [], corrections: [] })
    expect(mail?.subject).toBe('Última hora: Bells & <whistles>')
    expect(mail?.text).toContain('ÚLTIMA HORA')
    expect(mail?.html).toContain('Darme de baja del boletín')
  })
  it('takes its name from a section’s story, or from the corrections, and is none where there is nothing to tell', () => {
    expect(newsletterMail({ ...view, top: [] })?.subject).toBe('The Harbor Light: A match')
    expect(newsletterMail({ ...view, top: [], blocks: [] })?.subject).toBe('The Harbor Light: Corrections')
    expect(newsletterMail({ ...view, top: [], blocks: [], corrections: [] })).toBeNull()
  })
})

test('forms: boxes are ticked or not, an hour is one, an address is shown in part', () => {
  expect(signUpSchema.parse({ email: ' Rosa@Example.org ', weekly: '1', breaking: '' })).toEqual({ email: 'rosa@example.org', weekly: true, breaking: false })
  expect(signUpSchema.safeParse({ email: 'rosa', weekly: '1', breaking: '' }).success).toBe(false)
  expect(newsletterSettingsSchema.parse({ open: '1', weekday: '', hour: '7' })).toEqual({ open: true, weekday: null, hour: 7 })
  expect(newsletterSettingsSchema.parse({ weekday: '5', hour: '16' })).toEqual({ open: false, weekday: 5, hour: 16 })
  expect(newsletterSettingsSchema.safeParse({ weekday: '7', hour: '16' }).success).toBe(false)
  expect([maskedAddress('rosa@example.org'), maskedAddress('nothing')]).toEqual(['r…@example.org', '…'])
})
