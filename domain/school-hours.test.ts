import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterSchoolHours, isSchoolDay, readDaysOff, schoolDaysBetween, writeDaysOff, type SchoolWeek } from './school-hours.ts'

const WEEK: SchoolWeek = { opens: '08:00', closes: '15:00', daysOff: [{ from: '2026-11-26', to: '2026-11-27' }], timeZone: 'America/Los_Angeles' }
const after = (from: string, hours: number, week = WEEK) => afterSchoolHours(new Date(from), hours, week).toISOString()

describe('hours of school', () => {
  test('count within one day', () => {
    expect(after('2026-11-24T17:00:00Z', 3)).toBe('2026-11-24T20:00:00.000Z')
  })
  test('go on the next morning', () => {
    // 14:00 in Los Angeles: one hour is left on Tuesday.
    expect(after('2026-11-24T22:00:00Z', 2)).toBe('2026-11-25T17:00:00.000Z')
  })
  test('do not run in the evening, at the weekend or on days off', () => {
    // Wednesday evening before two days off: Monday morning is next.
    expect(after('2026-11-26T02:00:00Z', 1)).toBe('2026-11-30T17:00:00.000Z')
    expect(after('2026-11-21T12:00:00Z', 1)).toBe('2026-11-23T17:00:00.000Z')
  })
  test('end exactly when school closes', () => {
    expect(after('2026-11-24T16:00:00Z', 7)).toBe('2026-11-24T23:00:00.000Z')
  })
  test('are those of the clocks, over both changes of them', () => {
    expect(after('2026-03-06T16:00:00Z', 8)).toBe('2026-03-09T16:00:00.000Z')
    expect(after('2026-10-30T15:00:00Z', 8)).toBe('2026-11-02T17:00:00.000Z')
  })
  test('end somewhere even where there never is school', () => {
    expect(new Date(after('2026-11-24T16:00:00Z', 1, { ...WEEK, daysOff: [{ from: '2026-01-01', to: '2036-01-01' }] })).getUTCFullYear()).toBe(2028)
    expect(after('2026-11-24T16:00:00Z', 1, { ...WEEK, opens: 'never', closes: 'ever' })).toBe('2026-11-24T16:00:00.000Z')
  })
  test('never end before they began, and more hours never end earlier', () => {
    const instant = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), fc.constantFrom('America/Los_Angeles', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata'), (from, hours, timeZone) => {
        const week = { ...WEEK, timeZone }
        const [end, later] = [afterSchoolHours(from, hours, week), afterSchoolHours(from, hours + 1, week)]
        expect(end.getTime()).toBeGreaterThan(from.getTime())
        expect(later.getTime()).toBeGreaterThan(end.getTime())
      }),
      { numRuns: 300 },
    )
  })
})

test('a school day is a weekday that is not off', () => {
  expect(['2026-11-24', '2026-11-26', '2026-11-28', '2026-11-29'].map((day) => isSchoolDay(day, WEEK))).toEqual([true, false, false, false])
})

describe('days off as people write them', () => {
  test('are read and written a line each', () => {
    const days = [{ from: '2026-11-26', to: '2026-11-26' }, { from: '2026-12-21', to: '2027-01-01' }]
    expect(readDaysOff(' 2026-11-26 \n\n2026-12-21 to 2027-01-01')).toEqual(days)
    expect(readDaysOff(writeDaysOff(days))).toEqual(days)
  })
  test.each(['Thanksgiving', '2026-02-30', '2026-12-24 to 2026-12-20', '2026-12-24 to', '2026-12-24 to 2026-13-01'])('%s is named as wrong', (line) => {
    expect(readDaysOff(`2026-11-26\n${line}`)).toEqual({ wrong: line })
  })
})

test('days of school between two days', () => {
  const week = { daysOff: [{ from: '2026-11-26', to: '2026-11-27' }] }
  expect(schoolDaysBetween('2026-11-23', '2026-12-01', week)).toBe(4)
  expect(schoolDaysBetween('2026-11-24', '2026-11-24', week)).toBe(0)
  expect(schoolDaysBetween('2026-11-24', '2026-11-20', week)).toBe(0)
  expect(schoolDaysBetween('1900-01-01', '2026-11-24', week)).toBeLessThan(400)
})
