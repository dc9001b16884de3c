import { expect, test } from 'vitest'
import { zoneFormat } from './zone-format.ts'

test('keeps one format for each time zone, and refuses a zone that there is none of', () => {
  const hours = zoneFormat({ hour: 'numeric', hourCycle: 'h23' })
  expect(hours('America/Los_Angeles')).toBe(hours('America/Los_Angeles'))
  const noon = new Date('2026-11-24T20:00:00Z')
  expect([hours('America/Los_Angeles'), hours('Europe/London')].map((format) => format.format(noon))).toEqual(['12', '20'])
  expect(() => hours('Nowhere/Here')).toThrow(RangeError)
})
