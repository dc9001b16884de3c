import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meaningOf, offsetWords, plannedWords, wallDateSchema, wallTimeOf, wallTimeSchema, wallWords } from './school-time.ts'

const ZONES = ['America/Los_Angeles', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Phoenix'] as const
const HOUR = 3_600_000
const [FROM, UNTIL] = [Date.UTC(2025, 0, 1), Date.UTC(2031, 0, 1)]

describe.each(ZONES)('%s', (timeZone) => {
  test('every hour of 2025 to 2030 becomes a time at school and that instant again, or one of the two', () => {
    for (let at = FROM; at < UNTIL; at += HOUR) {
      const wall = wallTimeOf(new Date(at), timeZone)
      const meaning = meaningOf(wall, timeZone)
      const back = meaning.kind === 'once' ? [meaning.at] : meaning.kind === 'twice' ? [meaning.first, meaning.second] : []
      if (!back.some((one) => one.getTime() === at)) throw new Error(`${new Date(at).toISOString()} was ${JSON.stringify(wall)}, and that ${JSON.stringify(meaning)}`)
    }
  })

  test('whatever is asked for, an answer shows exactly what was asked; a skipped time has a later one that exists', () => {
    const wall = fc.record({ day: fc.integer({ min: 0, max: 6 * 365 }), minute: fc.integer({ min: 0, max: 24 * 60 - 1 }) }).map(({ day, minute }) => {
      const shown = new Date(FROM + day * 24 * HOUR + minute * 60_000).toISOString()
      return { date: shown.slice(0, 10), time: shown.slice(11, 16) }
    })
    fc.assert(
      fc.property(wall, (asked) => {
        const meaning = meaningOf(asked, timeZone)
        if (meaning.kind === 'once') expect(wallTimeOf(meaning.at, timeZone)).toEqual(asked)
        else if (meaning.kind === 'twice') {
          expect(meaning.first.getTime()).toBeLessThan(meaning.second.getTime())
          expect([wallTimeOf(meaning.first, timeZone), wallTimeOf(meaning.second, timeZone)]).toEqual([asked, asked])
        } else {
          expect(`${meaning.next.date}${meaning.next.time}` > `${asked.date}${asked.time}`).toBe(true)
          expect(meaningOf(meaning.next, timeZone).kind).not.toBe('skipped')
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

test('the night on which clocks are put forward has an hour less, and the next time is named', () => {
  expect(meaningOf({ date: '2027-03-14', time: '02:30' }, 'America/Los_Angeles')).toEqual({ kind: 'skipped', next: { date: '2027-03-14', time: '03:00' } })
  expect(meaningOf({ date: '2027-03-14', time: '01:59' }, 'America/Los_Angeles')).toEqual({ kind: 'once', at: new Date('2027-03-14T09:59:00Z') })
  expect(meaningOf({ date: '2027-03-14', time: '03:00' }, 'America/Los_Angeles')).toEqual({ kind: 'once', at: new Date('2027-03-14T10:00:00Z') })
  // Half an hour, as on Lord Howe Island.
  expect(meaningOf({ date: '2026-10-04', time: '02:10' }, 'Australia/Lord_Howe')).toEqual({ kind: 'skipped', next: { date: '2026-10-04', time: '02:30' } })
})

test('the night on which they are put back has an hour twice, told apart by name and offset', () => {
  const meaning = meaningOf({ date: '2027-11-07', time: '01:30' }, 'America/New_York')
  expect(meaning).toEqual({ kind: 'twice', first: new Date('2027-11-07T05:30:00Z'), second: new Date('2027-11-07T06:30:00Z') })
  if (meaning.kind !== 'twice') return
  expect([meaning.first, meaning.second].map((at) => offsetWords(at, 'America/New_York'))).toEqual(['1:30 AM EDT (UTC−4)', '1:30 AM EST (UTC−5)'])
  expect(meaningOf({ date: '2027-11-07', time: '02:00' }, 'America/New_York').kind).toBe('once')
  expect(offsetWords(new Date('2027-04-03T15:15:00Z'), 'Australia/Lord_Howe')).toMatch(/^1:45 AM|^2:15 AM/)
})

test('a zone without summer time knows every hour once', () => {
  for (const date of ['2027-03-14', '2027-11-07']) expect(meaningOf({ date, time: '02:30' }, 'America/Phoenix').kind).toBe('once')
})

test('what is no day or time is refused', () => {
  for (const date of ['2027-02-30', '2027-13-01', 'tomorrow', '']) expect(wallDateSchema.safeParse(date).success).toBe(false)
  for (const time of ['24:00', '3 pm', '12:60', '']) expect(wallTimeSchema.safeParse(time).success).toBe(false)
  expect(wallTimeSchema.parse('15:00:30')).toBe('15:00')
  expect(() => meaningOf({ date: '2027-02-30', time: '10:00' }, 'America/Phoenix')).toThrow(RangeError)
  expect(() => meaningOf({ date: 'x', time: '10:00' }, 'America/Phoenix')).toThrow(RangeError)
})

test('a planned moment in words, with the year where it is another', () => {
  const now = new Date('2026-11-24T18:00:00Z')
  expect(plannedWords(new Date('2026-11-24T23:00:00Z'), 'America/Los_Angeles', now)).toBe('Tue, Nov 24, 3:00 PM')
  expect(plannedWords(new Date('2027-01-04T16:00:00Z'), 'America/Los_Angeles', now)).toBe('Mon, Jan 4, 2027, 8:00 AM')
  expect(wallWords({ date: '2026-11-24', time: '15:00' })).toBe('Nov 24, 3:00 PM')
})
