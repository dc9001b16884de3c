import { describe, expect, test } from 'vitest'
import { offerProblem, partProblem } from './assignments.ts'
import { dayWords, dayOfInstant, isOver, toDate, toDay } from './days.ts'
import { newAssignmentSchema } from './new-assignment.ts'
import { isWanted, photoWords } from './photo-requests.ts'
import { acceptPitchSchema, declinePitchSchema, isUnanswered, PITCH_STATES, pitchSchema } from './pitch.ts'

const ID = '0193a1f2-7c4b-7d11-9c2e-1b2a3c4d5e6f'
const fieldsOf = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) => result.error?.issues.map(({ path }) => path.join('.'))

describe('a pitch', () => {
  test('needs a title and a why; the rest may be empty', () => {
    expect(fieldsOf(pitchSchema.safeParse({ title: ' ', why: '', sectionId: 'x' }))).toEqual(['title', 'why', 'sectionId'])
    expect(pitchSchema.parse({ title: ' A ', why: ' B ', sectionId: '', hopedFor: '' })).toEqual({ title: 'A', why: 'B', sectionId: null, sources: '', hopedFor: null, pictures: '' })
  })
  test('is accepted without a word and declined only with one', () => {
    expect(acceptPitchSchema.parse({ pitchId: ID, version: '2' })).toEqual({ pitchId: ID, version: 2, answer: '' })
    expect(fieldsOf(declinePitchSchema.safeParse({ pitchId: ID, version: '2', answer: ' no ' }))).toEqual(['answer'])
    expect(PITCH_STATES.filter(isUnanswered)).toEqual(['OPEN'])
  })
})

describe('who can take what', () => {
  test('a part that nobody has', () => {
    expect(offerProblem({ part: 'PHOTOGRAPHER', assigned: [{ part: 'WRITER' }], commissioned: false, signed: 1 })).toBeNull()
    expect(offerProblem({ part: 'PHOTOGRAPHER', assigned: [{ part: 'PHOTOGRAPHER' }], commissioned: false, signed: 1 })).toMatch(/takes the pictures/)
  })
  test('to write only what the newsroom asked for and nobody writes', () => {
    expect(offerProblem({ part: 'WRITER', assigned: [], commissioned: true, signed: 0 })).toBeNull()
    expect(offerProblem({ part: 'WRITER', assigned: [{ part: 'WRITER' }], commissioned: true, signed: 0 })).toMatch(/Somebody writes/)
    expect(offerProblem({ part: 'WRITER', assigned: [], commissioned: true, signed: 1 })).toMatch(/has an author/)
    expect(offerProblem({ part: 'WRITER', assigned: [], commissioned: false, signed: 0 })).toMatch(/has an author/)
  })
  test('a writer edits no story of others', () => {
    expect(partProblem('EDITOR', 'WRITER')).toMatch(/Only an editor/)
    expect([partProblem('EDITOR', 'EDITOR'), partProblem('EDITOR', 'ADMIN'), partProblem('WRITER', 'WRITER')]).toEqual([null, null, null])
  })
})

test('pictures in words', () => {
  expect(photoWords([])).toBeNull()
  expect(photoWords(['NOT_NEEDED'])).toBe('No pictures needed')
  expect(photoWords(['DELIVERED'])).toBe('Picture delivered')
  expect(photoWords(['DELIVERED', 'DELIVERED', 'NOT_NEEDED'])).toBe('All 2 pictures delivered')
  expect(photoWords(['OPEN'])).toBe('1 picture wanted, 1 open')
  expect(photoWords(['OPEN', 'TAKEN', 'DELIVERED'])).toBe('3 pictures wanted, 1 delivered, 1 under way, 1 open')
  expect([isWanted('OPEN'), isWanted('TAKEN'), isWanted('DELIVERED'), isWanted('NOT_NEEDED')]).toEqual([true, true, false, false])
})

test('days', () => {
  expect([toDay(toDate('2026-11-24')), toDay(null), toDate(null)]).toEqual(['2026-11-24', null, null])
  expect([isOver(null, '2026-11-24'), isOver('2026-11-24', '2026-11-24'), isOver('2026-11-23', '2026-11-24')]).toEqual([false, false, true])
  expect([dayWords('2026-11-24', '2026-01-01'), dayWords('2027-01-04', '2026-11-24')]).toEqual(['Tue, Nov 24', 'Mon, Jan 4, 2027'])
  expect(dayOfInstant('2026-11-24T05:00:00Z', 'America/Los_Angeles')).toBe('2026-11-23')
})

test('a new assignment: the days in order, and no day for a picture that nobody described', () => {
  const parsed = newAssignmentSchema.safeParse({ title: 'A', writerId: '', draftDue: '2026-12-02', editDue: '2026-12-01', photoDue: '2026-12-01' })
  expect(fieldsOf(parsed)).toEqual(['editDue', 'wanted'])
  expect(newAssignmentSchema.parse({ title: 'A' })).toMatchObject({ sectionId: null, writerId: null, wanted: '', photoDue: null })
})
