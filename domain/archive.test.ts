import { expect, test } from 'vitest'
import { archivePath, beginOf, daysOfMonth, daysOfPeriod, monthsOfYear, periodOf, weeksOfMonth, yearOfPeriod, yearsBetween } from './archive.ts'

test('an address names a school year, a month or a day, or nothing', () => {
  expect(periodOf('2026-27')).toEqual({ kind: 'year', text: '2026-27' })
  expect(periodOf('2026', '11')).toEqual({ kind: 'month', text: '2026-11' })
  expect(periodOf('2028', '02', '29')).toEqual({ kind: 'day', text: '2028-02-29' })
  for (const none of [['2026'], ['2026-28'], ['-'], ['2026', '13'], ['2026', '1'], ['26', '11'], ['2026', '02', '29'], ['2026', '11', '1'], ['2026-27', '11']] as [string, string?, string?][]) expect(periodOf(...none)).toBeNull()
  for (const period of [periodOf('2026-27'), periodOf('2026', '11'), periodOf('2026', '11', '30')]) {
    if (period === null) throw new Error('a period')
    const [year = '', ...rest] = archivePath(period).replace('/archive/', '').split('/')
    expect(periodOf(year, ...rest)).toEqual(period)
  }
})

test('periods have the days of the calendar', () => {
  expect(daysOfPeriod({ kind: 'year', text: '2026-27' })).toEqual({ from: '2026-08-01', before: '2027-08-01' })
  expect(daysOfPeriod({ kind: 'month', text: '2026-12' })).toEqual({ from: '2026-12-01', before: '2027-01-01' })
  expect(daysOfPeriod({ kind: 'day', text: '2026-12-31' })).toEqual({ from: '2026-12-31', before: '2027-01-01' })
  expect(daysOfMonth('2028-02')).toHaveLength(29)
  expect(monthsOfYear('2026-27')).toEqual(['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06', '2027-07'])
  expect(yearOfPeriod({ kind: 'month', text: '2027-07' })).toBe('2026-27')
  expect(yearOfPeriod({ kind: 'day', text: '2099-08-01' })).toBe('2099-00')
  expect(yearOfPeriod({ kind: 'year', text: '2026-27' })).toBe('2026-27')
})

test('a day begins when the clocks of the school say so, on the nights on which they are changed too', () => {
  expect(beginOf('2026-11-01', 'America/Los_Angeles').toISOString()).toBe('2026-11-01T07:00:00.000Z')
  expect(beginOf('2026-11-02', 'America/Los_Angeles').toISOString()).toBe('2026-11-02T08:00:00.000Z')
  // In Santiago the clocks skip midnight: the day begins at one.
  expect(beginOf('2026-09-06', 'America/Santiago').toISOString()).toBe('2026-09-06T04:00:00.000Z')
  expect(() => beginOf('2026-02-30', 'UTC')).toThrow(RangeError)
})

test('a month is laid out in weeks, each of its days once', () => {
  for (const month of ['2026-11', '2026-02', '2026-08', '2027-05']) {
    const weeks = weeksOfMonth(month)
    expect(weeks.every((week) => week.length === 7)).toBe(true)
    expect(weeks.flat().filter((day) => day !== null)).toEqual(daysOfMonth(month))
    for (const week of weeks) for (const [place, day] of week.entries()) if (day !== null) expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(place)
  }
})

test('years go from the newest to the oldest', () => {
  expect(yearsBetween(new Date('2024-03-01'), new Date('2026-11-30'), 'UTC')).toEqual(['2026-27', '2025-26', '2024-25', '2023-24'])
  expect(yearsBetween(new Date('2026-11-01'), new Date('2026-11-30'), 'UTC')).toEqual(['2026-27'])
})
