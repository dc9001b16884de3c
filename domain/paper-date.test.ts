import { describe, expect, it } from 'vitest'
import { paperDate, paperDateTime, paperLongDate } from './paper-date.ts'

const zone = 'America/Chicago'
const es = { timeZone: zone, language: 'es' } as const
const en = { timeZone: zone, language: 'en' } as const
const at = (local: string) => new Date(`${local}-06:00`).toISOString()

describe('a date of the paper', () => {
  it('is told in English as AP writes it', () => {
    expect([paperDate(at('2026-11-24T15:05'), en), paperLongDate(at('2026-11-24T15:05'), en), paperDateTime(at('2026-11-24T15:05'), en)]).toEqual(['Nov. 24, 2026', 'Tuesday, Nov. 24, 2026', 'Nov. 24, 2026, at 3:05 p.m.'])
  })

  it('is told in Spanish with small names and its weekday before a comma', () => {
    expect([paperDate(at('2026-11-24T15:05'), es), paperLongDate(at('2026-01-03T00:30'), es)]).toEqual(['24 de noviembre de 2026', 'sábado, 3 de enero de 2026'])
  })

  it.each([
    ['15:05', 'a las 3:05\u00a0p.\u00a0m.'],
    ['13:00', 'a la 1\u00a0p.\u00a0m.'],
    ['01:30', 'a la 1:30\u00a0a.\u00a0m.'],
    ['08:00', 'a las 8\u00a0a.\u00a0m.'],
    ['12:00', 'al mediodía'],
    ['00:00', 'a medianoche'],
    ['00:15', 'a las 12:15\u00a0a.\u00a0m.'],
  ])('tells %s in Spanish as %s', (time, words) => {
    expect(paperDateTime(at(`2026-11-24T${time}`), es)).toBe(`24 de noviembre de 2026, ${words}`)
  })
})
