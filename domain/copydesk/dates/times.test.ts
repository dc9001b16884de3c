import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { times } from './times.ts'

test.each([
  ['at 7:00 p.m. Friday', 'at 7 p.m. Friday'],
  ['at 7pm', 'at 7 p.m.'],
  ['at 7 PM', 'at 7 p.m.'],
  ['at 7:30 P.M. today', 'at 7:30 p.m. today'],
  ['at 07:15 am', 'at 7:15 a.m.'],
  ['It ends at 7 pm.', 'It ends at 7 p.m.'],
  ['at 7 a.m today', 'at 7 a.m. today'],
  ['at 12 noon', 'at noon'],
  ['at 12:00 Midnight', 'at midnight'],
  ['at 12 p.m.', 'at noon'],
  ['at 12:00 a.m.', 'at midnight'],
  ['7:00-8:30 p.m.', '7-8:30 p.m.'],
  ['from 7:00 to 8:00 pm', 'from 7 to 8 p.m.'],
  ['at 7 a.m. in the morning', 'at 7 a.m.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(times, wrong)).toBe(right)
})

test.each(['at 7 p.m.', 'at 7:30 a.m.', 'at noon', 'the doors close at 4', 'at 8:30', 'in 4:00 flat', '12:40 p.m.', '12 months', 'a record of 2:10:07', '5 amazing days', '10 AMP fuses', 'I am 17', '12:30 a.m.'])('leaves “%s” alone', (right) => {
  expect(found(times, right)).toEqual([])
})
