import { describe, expect, test } from 'vitest'
import { editorsDecide, ESCALATIONS, holdEnds, howWeEdit, pressTerm, REQUESTS, reviewSettingsSchema, type ReviewRules } from './review-policy.ts'
import { REVIEW_POLICIES, type ReviewPolicy } from './policy.ts'
import { wordsOf } from './words/words.ts'
import { STORY_STATES } from './workflow.ts'

const WEEK = { opens: '08:00', closes: '15:00', daysOff: [], timeZone: 'America/Los_Angeles' }
const FORM = { policy: 'ADVISER_APPROVES', holdHours: '14', consultHours: '7', escalation: 'ADVISERS', escalatePersonId: '', schoolOpens: '08:00', schoolCloses: '15:00', daysOff: '2026-11-26' }

describe('whether editors decide', () => {
  test.each(ESCALATIONS)('an open forum: always (%s)', (escalation) => {
    for (const heard of [false, true]) for (const timeIsOver of [false, true]) expect(editorsDecide({ policy: 'OPEN_FORUM', escalation }, { heard, timeIsOver })).toBe('yes')
  })
  test('where an adviser is asked: once heard, or late', () => {
    const rules: ReviewRules = { policy: 'ADVISER_CONSULTS', escalation: 'ADVISERS' }
    expect(editorsDecide(rules, { heard: false, timeIsOver: false })).toBe('waits')
    expect(editorsDecide(rules, { heard: true, timeIsOver: false })).toBe('yes')
    expect(editorsDecide(rules, { heard: false, timeIsOver: true })).toBe('yes')
  })
  test('where an adviser approves: only where the paper hands a held story to them', () => {
    for (const escalation of ESCALATIONS) {
      expect(editorsDecide({ policy: 'ADVISER_APPROVES', escalation }, { heard: true, timeIsOver: false })).toBe('no')
      expect(editorsDecide({ policy: 'ADVISER_APPROVES', escalation }, { heard: false, timeIsOver: true })).toBe(escalation === 'EDITORS' ? 'yes' : 'no')
    }
  })
  test('an unknown policy: never', () => {
    expect(editorsDecide({ policy: 'x' as ReviewPolicy, escalation: 'EDITORS' }, { heard: true, timeIsOver: true })).toBe('no')
  })
})

test('only a story in review is held, and nowhere in an open forum', () => {
  const since = new Date('2026-11-24T16:00:00Z')
  for (const state of STORY_STATES)
    for (const policy of REVIEW_POLICIES) {
      const ends = holdEnds(state, since, { policy, holdHours: 7, consultHours: 1, week: WEEK })
      if (state !== 'REVIEW' || policy === 'OPEN_FORUM') expect(ends).toBeNull()
      else expect(ends?.toISOString()).toBe(policy === 'ADVISER_APPROVES' ? '2026-11-24T23:00:00.000Z' : '2026-11-24T17:00:00.000Z')
    }
})

test('only an adviser’s requirement is called prior restraint', () => {
  expect(REQUESTS.flatMap((request) => [true, false].map((byAdviser) => pressTerm(request, byAdviser)))).toEqual(['coaching', 'editing', 'prior restraint', 'editing'])
})

describe('the form', () => {
  const problem = (change: object) => reviewSettingsSchema.safeParse({ ...FORM, ...change }).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  test('is read', () => {
    expect(reviewSettingsSchema.parse(FORM)).toEqual({
      policy: 'ADVISER_APPROVES', holdHours: 14, consultHours: 7, escalation: 'ADVISERS', escalatePersonId: null, schoolOpens: '08:00', schoolCloses: '15:00', daysOff: [{ from: '2026-11-26', to: '2026-11-26' }],
    })
  })
  test.each([
    [{ holdHours: '0' }, 'holdHours: At least one hour.'],
    [{ holdHours: 'many' }, 'holdHours: Write a number of hours.'],
    [{ consultHours: '2.5' }, 'consultHours: Write whole hours.'],
    [{ schoolOpens: '0800' }, 'schoolOpens: Write a time such as 08:00.'],
    [{ schoolCloses: '08:00' }, 'schoolCloses: School must close after it opens.'],
    [{ escalation: 'PERSON' }, 'escalatePersonId: Choose the person.'],
    [{ daysOff: 'soon' }, 'daysOff: “soon” is no day. Write 2026-11-26, or 2026-12-21 to 2027-01-01.'],
  ])('%o is refused with words', (change, words) => {
    expect(problem(change)).toEqual([words])
  })
})

test('readers are told the policy in sentences', () => {
  for (const policy of REVIEW_POLICIES)
    for (const escalation of ESCALATIONS) {
      const told = howWeEdit({ policy, escalation, holdHours: 1, consultHours: 7 }, wordsOf('en').editing)
      expect(told.every((sentence) => /^[A-Z].+\.$/.test(sentence))).toBe(true)
      expect(told.join(' ').includes('prior restraint')).toBe(policy === 'ADVISER_APPROVES')
      if (policy === 'ADVISER_APPROVES') expect(told.join(' ')).toContain('one hour of school')
    }
})
