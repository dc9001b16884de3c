import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { numberAtStart } from './number-at-start.ts'

test.each([
  ['12 students came.', 'Twelve students came.'],
  ['They left. 42 people stayed.', 'They left. Forty-two people stayed.'],
  ['“3 of us stayed,” she said.', '“Three of us stayed,” she said.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(numberAtStart, wrong)).toBe(right)
})

test.each([['1,200 students came.', '1,200'], ['2.5 million people saw it.', '2.5'], ['7:30 is early.', '7:30']])('finds “%s” without a certain fix', (wrong, passage) => {
  const [finding] = numberAtStart.find(copyOf({ body: [wrong] }))
  expect([finding?.passage, finding?.fix]).toEqual([passage, undefined])
})

test.each(['Twelve students came.', '2026 was a good year.', '4-H clubs met.', '49ers fans came.', '3D printers hum.', '15-13, fifth set', '12 to 4', '1. The first', 'They met Jan. 5. The day was cold.'])('leaves “%s” alone', (right) => {
  expect(found(numberAtStart, right)).toEqual([])
})

test('leaves headlines and lists alone', () => {
  expect(found(numberAtStart, copyOf({ headline: '12 students win.', body: [{ kind: 'listItem', text: '12 points for a win.' }] }))).toEqual([])
})
