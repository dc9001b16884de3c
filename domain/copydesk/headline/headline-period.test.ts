import { expect, test } from 'vitest'
import { copyOf } from '../testing/copy.ts'
import { headlinePeriod } from './headline-period.ts'

const find = (headline: string) => headlinePeriod.find(copyOf({ headline })).map(({ passage, place, fix }) => [passage, place.from, fix])

test('takes the full stop away', () => {
  expect(find('Team wins final.')).toEqual([['.', 15, '']])
  expect(find('Team wins final. ')).toEqual([['.', 15, '']])
})

test.each(['Team wins final', 'We came. We saw.', 'Bell moves to 8 a.m.', 'A visit to the U.S.', 'Who wins?', 'And then...', 'A plan for Sammy Davis Jr.', ''])('leaves “%s” alone', (headline) => {
  expect(find(headline)).toEqual([])
})
