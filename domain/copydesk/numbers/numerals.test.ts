import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { numerals } from './numerals.ts'

test.each([
  ['She has 3 sisters.', 'She has three sisters.'],
  ['About 4 students came.', 'About four students came.'],
  ['They won 2 of the games.', 'They won two of the games.'],
  ['There are twelve seats.', 'There are 12 seats.'],
  ['after twenty-four hours', 'after 24 hours'],
  ['with three hundred people', 'with 300 people'],
  ['a five-year-old boy', 'a 5-year-old boy'],
  ['She is nine years old.', 'She is 9 years old.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(numerals, wrong)).toBe(right)
})

test.each([
  'three sisters', '12 seats', 'Twelve people came.', 'He left. Twenty people stayed.', '“Ten of us stayed,” she said.', 'a 5-year-old boy', 'She is 9 years old.', 'Room 5 students', 'grade 6 classes', 'No. 3 seed', 'on Jan. 5 the team', 'at 7 p.m.', 'opens at 6 on Fridays',
  'won 3-2 there', '4 feet wide', '5 miles away', '3 million people', '$5 tickets', '5% of them', '1 in 4 students', 'one hundred times', 'a hundred people', 'a ten-foot wall', 'a twenty-something', 'the tenth time', '2.5 miles of road', '1,000 people', 'Team 4 scored',
  'page 3 of it', 'COVID-19 tests', '6 degrees', '4 or 5', 'scored 8 points', 'size 7 shoes', '8 Mile Road', 'two hundred fifty people', 'two hundred and three', 'a 4x4 truck', 'It runs 2 hours and 14 minutes.',
])('leaves “%s” alone', (right) => {
  expect(found(numerals, right)).toEqual([])
})

test('leaves headlines, lists and tables alone, where figures save room', () => {
  expect(found(numerals, copyOf({ headline: 'Team wins 3 medals', body: [{ kind: 'listItem', text: 'First of 3 blocks' }, { kind: 'tableCell', text: '3 wins there' }] }))).toEqual([])
})
