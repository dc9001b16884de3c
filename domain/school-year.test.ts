import { describe, expect, it, test } from 'vitest'
import { classBefore, isSchoolYear, nextSchoolYear, SCHOOL_YEAR, schoolYear, schoolYearDays, yearsToMoveTo } from './school-year.ts'

test.each([
  ['2026-07-31T23:59:59-07:00', '2025-26'],
  ['2026-08-01T00:00:00-07:00', '2026-27'],
  ['2026-11-24T12:00:00Z', '2026-27'],
  ['2027-01-01T00:00:00-08:00', '2026-27'],
  ['2099-09-01T12:00:00Z', '2099-00'],
])('%s falls in %s', (at, year) => {
  expect(schoolYear(new Date(at), 'America/Los_Angeles')).toBe(year)
})

test('the day turns in the paper’s own time zone', () => {
  const at = new Date('2026-08-01T03:00:00Z')
  expect(schoolYear(at, 'America/Los_Angeles')).toBe('2025-26')
  expect(schoolYear(at, 'Europe/Berlin')).toBe('2026-27')
})

test('its days, from the first on', () => {
  expect(SCHOOL_YEAR.test('2026-27')).toBe(true)
  expect(SCHOOL_YEAR.test('2026')).toBe(false)
  expect(SCHOOL_YEAR.test('0000-01')).toBe(false)
  expect(schoolYearDays('2026-27')).toEqual({ from: '2026-08-01', before: '2027-08-01' })
  expect(schoolYearDays('2099-00')).toEqual({ from: '2099-08-01', before: '2100-08-01' })
})

describe('moving on', () => {
  it('goes from year to year, over the century too', () => {
    expect([nextSchoolYear('2026-27'), nextSchoolYear('2098-99'), nextSchoolYear('2099-00')]).toEqual(['2027-28', '2099-00', '2100-01'])
    expect(['2026-27', '2099-00', '2026-28', '2026-2027', ''].map(isSchoolYear)).toEqual([true, true, false, false, false])
    expect(classBefore('2027-28')).toBe(2027)
  })
  it('proposes the next year from April to July, and this one else', () => {
    const years = (at: string) => yearsToMoveTo(new Date(at), 'America/Los_Angeles')
    expect(years('2027-04-01T07:00:00Z')).toEqual(['2027-28', '2026-27'])
    expect(years('2027-04-01T06:59:00Z')).toEqual(['2026-27', '2027-28'])
    expect(years('2027-08-01T06:59:00Z')).toEqual(['2027-28', '2026-27'])
    expect(years('2027-08-01T07:00:00Z')).toEqual(['2027-28', '2028-29'])
  })
})
