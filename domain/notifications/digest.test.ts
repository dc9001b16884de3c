import { describe, expect, test } from 'vitest'
import { duePeriod } from './digest.ts'

const ZONE = 'America/Los_Angeles'
const at = (iso: string) => new Date(iso)

describe('every day', () => {
  const daily = (digestHour: number, now: string) => duePeriod({ digest: 'DAILY', digestHour }, at(now), ZONE)
  test('is due from its hour on, and until then that of the day before', () => {
    // 7:00 AM PST is 15:00 UTC.
    expect(daily(7, '2026-11-24T14:59:59Z')).toEqual({ period: '2026-11-23', until: at('2026-11-23T15:00:00Z') })
    expect(daily(7, '2026-11-24T15:00:00Z')).toEqual({ period: '2026-11-24', until: at('2026-11-24T15:00:00Z') })
    expect(daily(7, '2026-11-25T07:59:00Z')?.period).toBe('2026-11-24')
  })
  test('has one period a day, whatever the hour', () => {
    expect(daily(16, '2026-11-25T01:00:00Z')?.period).toBe('2026-11-24')
    expect(daily(0, '2026-11-24T08:00:00Z')?.period).toBe('2026-11-24')
  })
  test('keeps its hour on the clocks over both changes of them', () => {
    expect(daily(7, '2026-10-31T20:00:00Z')?.until).toEqual(at('2026-10-31T14:00:00Z'))
    expect(daily(7, '2026-11-01T20:00:00Z')?.until).toEqual(at('2026-11-01T15:00:00Z'))
    expect(daily(7, '2027-03-14T20:00:00Z')?.until).toEqual(at('2027-03-14T14:00:00Z'))
  })
  test('in an hour that is skipped comes with the next, and in one that comes twice with the first', () => {
    expect(daily(2, '2027-03-14T10:00:00Z')).toEqual({ period: '2027-03-14', until: at('2027-03-14T10:00:00Z') })
    expect(daily(2, '2027-03-14T09:59:00Z')?.period).toBe('2027-03-13')
    expect(daily(1, '2026-11-01T08:00:00Z')).toEqual({ period: '2026-11-01', until: at('2026-11-01T08:00:00Z') })
    expect(daily(1, '2026-11-01T09:30:00Z')?.period).toBe('2026-11-01')
  })
})

describe('on Mondays', () => {
  const weekly = (now: string) => duePeriod({ digest: 'WEEKLY', digestHour: 7 }, at(now), ZONE)
  test('is that of the last Monday whose hour has come', () => {
    // 2026-11-23 is a Monday.
    expect(weekly('2026-11-23T14:00:00Z')?.period).toBe('2026-11-16')
    expect(weekly('2026-11-23T15:00:00Z')).toEqual({ period: '2026-11-23', until: at('2026-11-23T15:00:00Z') })
    expect(weekly('2026-11-29T20:00:00Z')?.period).toBe('2026-11-23')
    expect(weekly('2026-11-30T15:30:00Z')?.period).toBe('2026-11-30')
  })
})

test('never is never', () => {
  expect(duePeriod({ digest: 'NEVER', digestHour: 7 }, at('2026-11-24T20:00:00Z'), ZONE)).toBeNull()
})
