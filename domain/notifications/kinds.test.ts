import { expect, test } from 'vitest'
import { PLAIN_ACTIONS } from '../policy.ts'
import { isNotificationKind, KIND_NAMES, kindOf, MAIL_CHOICES, NOTIFICATION_GROUPS } from './kinds.ts'
import { placeOf } from './place.ts'
import { sentenceOf, textOf } from './words.ts'

const ID = '0199a000-0000-7000-8000-000000000000'
const TODAY = '2026-11-24'

test.each(KIND_NAMES)('%s says what happened, why it is told, and leads somewhere', (kind) => {
  const { group, label, one, many, merge, why, mail, needs } = kindOf(kind)
  expect(Object.keys(NOTIFICATION_GROUPS)).toContain(group)
  expect(label).toMatch(/^[A-Z].*[^.]$/)
  expect(why).toMatch(/^[a-z].*[^.]$/)
  expect(mail === null || MAIL_CHOICES.includes(mail)).toBe(true)
  if (needs !== undefined) expect(PLAIN_ACTIONS).toContain(needs)
  if (many !== undefined) expect(many).toContain('{n}')
  // What may be of several stories at once names none.
  if (merge === 'all') expect(many).not.toContain('{it}')
  expect(one.replaceAll(/\{(who|it|due)\}/g, '')).not.toMatch(/[{}]/)
  for (const count of [1, 3]) {
    const text = textOf({ kind, count, who: 'Ana Ruiz', title: 'Bells at noon', subjectId: 'draft:2026-11-25', today: TODAY })
    expect(text).not.toMatch(/[{}]|undefined|null/)
    expect(text).toMatch(/^[A-Z“\d]/)
  }
  expect(placeOf({ kind, storyId: ID, subjectId: ID })).toMatch(/^\/newsroom(\/[a-z]+)*(\/|$)/)
})

test('a row of another version says no more than that', () => {
  expect(isNotificationKind('toString')).toBe(false)
  expect(kindOf('weather.turned')).toMatchObject({ label: 'weather.turned', mail: null })
  expect(placeOf({ kind: 'weather.turned', storyId: ID, subjectId: null })).toBe('/newsroom')
})

test('a sentence names the person, the paper itself, a title, none, or nothing that may be seen', () => {
  const told = { kind: 'story.sentBack', count: 1, who: 'Ana Ruiz', title: 'Bells at noon', subjectId: null, today: TODAY }
  expect(textOf(told)).toBe('Ana Ruiz sent “Bells at noon” back with notes')
  expect(textOf({ ...told, title: '' })).toBe('Ana Ruiz sent a story without a headline back with notes')
  expect(textOf({ ...told, who: null, kind: 'story.published' })).toBe('The paper published “Bells at noon”')
  expect(textOf({ ...told, kind: 'story.review', title: null })).toBe('Something that you can no longer see waits for your review')
  expect(sentenceOf({ ...told, kind: 'job.failed' })).toEqual({ before: 'A job of the paper failed for good', about: null, titled: false, after: '' })
  expect(sentenceOf(told)).toEqual({ before: 'Ana Ruiz sent ', about: 'Bells at noon', titled: true, after: ' back with notes' })
})

test('several are counted, and a kind that is told one by one is not', () => {
  const told = { count: 3, who: 'Ana Ruiz', title: 'Bells', subjectId: null, today: TODAY }
  expect(textOf({ ...told, kind: 'note.added' })).toBe('3 new notes on “Bells”')
  expect(textOf({ ...told, kind: 'story.approved' })).toBe('Ana Ruiz approved “Bells”')
})

test('a due day is named; a subject that is none says nothing', () => {
  const told = { kind: 'due.near', count: 1, who: null, title: 'Bells', today: TODAY }
  expect(textOf({ ...told, subjectId: 'draft:2026-11-25' })).toBe('Due soon for “Bells”: draft, Wed, Nov 25')
  for (const subjectId of [null, 'sleep:2026-11-25', 'draft']) expect(textOf({ ...told, subjectId })).toBe('Due soon for “Bells”: ')
})

test('a name or a title with braces or dollars is only text', () => {
  expect(textOf({ kind: 'story.sentBack', count: 1, who: '$& {n}', title: '{who} $1', subjectId: null, today: TODAY })).toBe('$& {n} sent “{who} $1” back with notes')
})

test('places are made of ids, and of none where it stands for several', () => {
  const story = `/newsroom/stories/${ID}`
  expect(placeOf({ kind: 'story.review', storyId: ID, subjectId: null })).toBe(`${story}/review`)
  expect(placeOf({ kind: 'note.added', storyId: ID, subjectId: ID })).toBe(`${story}#note-${ID}`)
  expect(placeOf({ kind: 'note.added', storyId: ID, subjectId: '//evil.test' })).toBe(story)
  expect(placeOf({ kind: 'note.added', storyId: null, subjectId: null })).toBe('/newsroom')
  expect(placeOf({ kind: 'story.handedOver', storyId: null, subjectId: null })).toBe('/newsroom')
  expect(placeOf({ kind: 'pitch.made', storyId: null, subjectId: null })).toBe('/newsroom/pitches')
  expect(placeOf({ kind: 'pitch.answered', storyId: null, subjectId: ID })).toBe(`/newsroom/pitches/${ID}`)
  expect(placeOf({ kind: 'request.received', storyId: null, subjectId: ID })).toBe(`/newsroom/requests/${ID}`)
  expect(placeOf({ kind: 'request.received', storyId: ID, subjectId: null })).toBe('/newsroom/requests')
  expect(placeOf({ kind: 'job.failed', storyId: null, subjectId: null })).toBe('/newsroom/settings/jobs')
  expect(placeOf({ kind: 'mail.trouble', storyId: null, subjectId: null })).toBe('/newsroom/settings/mail')
})
