import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditFilterSchema, filterQuery, isNarrowed, kindsAsked, narrowing, spanOf, WHOLE_LOG } from './filter.ts'

const ID = '01a0b1c2-d3e4-7f56-8a9b-0c1d2e3f4a5b'

describe('the filter of the log', () => {
  it('leaves out what does not fit', () => {
    const odd = { who: 'everybody', story: '1', headline: 7, kind: 'toString', from: '2026-02-30', to: '1 May', before: '0', other: 'x' }
    expect(auditFilterSchema.parse(odd)).toEqual(WHOLE_LOG)
    expect(auditFilterSchema.parse({ who: ['a', 'b'], from: '0000-01-01', before: '-1' })).toEqual(WHOLE_LOG)
    expect(isNarrowed(WHOLE_LOG)).toBe(false)
    expect(filterQuery(WHOLE_LOG)).toBe('')
  })

  it('has an address that says the same again', () => {
    const filter = auditFilterSchema.parse({ who: 'paper', story: ID, headline: ' bells & whistles ', kind: 'story.submit', from: '2026-08-01', to: '2026-12-31', before: '41' })
    expect(isNarrowed(filter)).toBe(true)
    expect(auditFilterSchema.parse(Object.fromEntries(new URLSearchParams(filterQuery(filter))))).toEqual(filter)
    expect(narrowing(filter)).toEqual({ who: 'paper', story: ID, headline: 'bells & whistles', kind: 'story.submit', from: '2026-08-01', to: '2026-12-31' })
  })

  it('asks for one kind or for a group', () => {
    expect(kindsAsked({ kind: null })).toBeNull()
    expect(kindsAsked({ kind: 'story.submit' })).toEqual({ name: 'story.submit' })
    expect(kindsAsked({ kind: 'story' })).toEqual({ beginning: 'story.' })
  })
})

describe('days of the school’s time zone', () => {
  const hours = (day: string, timeZone: string) => {
    const { from, before } = spanOf({ from: day, to: day }, timeZone)
    return ((before?.getTime() ?? 0) - (from?.getTime() ?? 0)) / 3_600_000
  }
  it('begin at midnight there, and are as long as they are', () => {
    expect(spanOf({ from: '2026-11-01', to: null }, 'America/Los_Angeles')).toEqual({ from: new Date('2026-11-01T07:00:00Z'), before: null })
    expect(spanOf({ from: null, to: '2026-11-01' }, 'America/Los_Angeles')).toEqual({ from: null, before: new Date('2026-11-02T08:00:00Z') })
    expect([hours('2026-03-08', 'America/Los_Angeles'), hours('2026-11-01', 'America/Los_Angeles'), hours('2026-11-02', 'America/Los_Angeles')]).toEqual([23, 25, 24])
    // In Chile the clocks change at midnight itself.
    expect([hours('2026-09-06', 'America/Santiago'), hours('2026-04-04', 'America/Santiago')]).toEqual([23, 25])
  })
  it('follow each other without a gap and without an overlap', () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-30'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.constantFrom('America/Los_Angeles', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kolkata'), (one, zone) => {
        const next = new Date(`${one}T12:00:00Z`)
        next.setUTCDate(next.getUTCDate() + 1)
        expect(spanOf({ from: null, to: one }, zone).before).toEqual(spanOf({ from: next.toISOString().slice(0, 10), to: null }, zone).from)
      }),
    )
  })
})
