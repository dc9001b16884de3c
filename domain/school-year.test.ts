import { expect, test } from 'vitest'
import { SCHOOL_YEAR, schoolYear, schoolYearDays } from './school-year.ts'

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
