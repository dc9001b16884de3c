import { expect, test } from 'vitest'
import { apDate, apDateTime, apLongDate } from './ap-date.ts'

test.each([
  ['2026-01-05T12:00:00Z', 'Jan. 5, 2026'],
  ['2026-03-31T12:00:00Z', 'March 31, 2026'],
  ['2026-07-04T12:00:00Z', 'July 4, 2026'],
  ['2026-09-09T12:00:00Z', 'Sept. 9, 2026'],
  ['2026-11-24T12:00:00Z', 'Nov. 24, 2026'],
])('%s is %s in AP style', (iso, day) => {
  expect(apDate(iso, 'UTC')).toBe(day)
})

test('a day is the day at the paper, not at the server', () => {
  expect(apDate('2026-11-25T05:00:00Z', 'America/Los_Angeles')).toBe('Nov. 24, 2026')
  expect(apLongDate('2026-11-25T05:00:00Z', 'America/Los_Angeles')).toBe('Tuesday, Nov. 24, 2026')
})

test.each([
  ['2026-11-24T00:00:00Z', 'Nov. 24, 2026, at midnight'],
  ['2026-11-24T12:00:00Z', 'Nov. 24, 2026, at noon'],
  ['2026-11-24T00:07:00Z', 'Nov. 24, 2026, at 12:07 a.m.'],
  ['2026-11-24T08:00:00Z', 'Nov. 24, 2026, at 8 a.m.'],
  ['2026-11-24T15:05:00Z', 'Nov. 24, 2026, at 3:05 p.m.'],
])('%s is %s', (iso, text) => {
  expect(apDateTime(iso, 'UTC')).toBe(text)
})

test('text that is no time is refused', () => {
  expect(() => apDate('soon', 'UTC')).toThrow(RangeError)
  expect(() => apDate('2026-11-24T00:00:00Z', 'Mars/Base')).toThrow(RangeError)
})
