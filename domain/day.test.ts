import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, daysAfter, instantOf } from './day.ts'

test.each([
  ['2026-11-24T07:59:59Z', 'America/Los_Angeles', '2026-11-23'],
  ['2026-11-24T08:00:00Z', 'America/Los_Angeles', '2026-11-24'],
  ['2026-12-31T23:30:00Z', 'Europe/Berlin', '2027-01-01'],
])('%s in %s is %s', (at, zone, day) => expect(dayIn(new Date(at), zone)).toBe(day))

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-11-24', 30, '2026-12-24'],
])('%s and %i days: %s', (day, count, later) => expect(daysAfter(day, count)).toBe(later))

test.each([
  ['2026-11-24T15:04:05', 'America/Los_Angeles', '2026-11-24T23:04:05.000Z'],
  ['2026-07-01T15:04:05', 'America/Los_Angeles', '2026-07-01T22:04:05.000Z'],
  ['2026-07-01T15:04:05', 'Asia/Kolkata', '2026-07-01T09:34:05.000Z'],
  // The clocks skip from 2 to 3, and show the hour from 1 to 2 twice.
  ['2026-03-08T02:30:00', 'America/Los_Angeles', '2026-03-08T10:30:00.000Z'],
  ['2026-09-06T00:00:00', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
  ['2026-11-01T01:30:00', 'America/Los_Angeles', '2026-11-01T08:30:00.000Z'],
])('%s in %s is %s', (wall, zone, instant) => expect(instantOf(wall, zone)?.toISOString()).toBe(instant))

test.each(['', '2026-02-30T00:00:00', '2026-13-01T00:00:00', '2026-11-24', '0000-00-00T00:00:00', '2026:11:24 15:04:05'])('%j is no time', (text) => {
  expect(instantOf(text, 'America/Los_Angeles')).toBeNull()
})

test('an instant comes back from what the clocks show, to the minute, or is one of an hour shown twice', () => {
  const at = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(at, fc.constantFrom('America/Los_Angeles', 'Europe/London', 'Pacific/Auckland', 'UTC'), (instant, zone) => {
      const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)
      const back = instantOf(parts.replace(' ', 'T'), zone)
      const off = Math.abs((back?.getTime() ?? 0) - Math.floor(instant.getTime() / 1000) * 1000)
      expect([0, 3_600_000]).toContain(off)
    }),
  )
})
