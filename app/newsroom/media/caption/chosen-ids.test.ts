import { expect, test } from 'vitest'
import { chosenIds } from './chosen-ids.ts'

const [a, b] = ['7b2f4c1e-93aa-4d0e-8f61-0c1d2e3f4a5b', '7b2f4c1e-93aa-4d0e-8f61-0c1d2e3f4a5c']

test.each([
  [undefined, []],
  ['', []],
  [`${a},${b}`, [a, b]],
  [[a, `${b},${a}`], [a, b]],
  [`${a},; DROP TABLE,../${b}`, [a]],
])('%j', (asked, expected) => expect(chosenIds(asked)).toEqual(expected))

test('no more than a hundred', () => {
  const many = Array.from({ length: 150 }, (_, at) => `7b2f4c1e-93aa-4d0e-8f61-${String(at).padStart(12, '0')}`)
  expect(chosenIds(many.join(','))).toEqual(many.slice(0, 100))
})
