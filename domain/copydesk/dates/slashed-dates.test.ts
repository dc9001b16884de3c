import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { slashedDates } from './slashed-dates.ts'

test.each([
  ['on 3/20/23', 'on March 20, 2023'],
  ['on 12/5/2026', 'on Dec. 5, 2026'],
  ['their 9/3/24-9/5/24 trip', 'their Sept. 3-5, 2024 trip'],
  ['from 9/30/24 – 10/2/24', 'from Sept. 30 to Oct. 2, 2024'],
  ['from 12/30/24-1/2/25', 'from Dec. 30, 2024, to Jan. 2, 2025'],
  ['due on 4/5', 'due on April 5'],
  ['Friday, 10/9 at noon', 'Friday, Oct. 9 at noon'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(slashedDates, wrong)).toBe(right)
})

test.each([['on 20/3/2023', '20/3/2023'], ['born 1/2/84', '1/2/84']])('finds “%s” and does not guess', (wrong, passage) => {
  const [finding] = slashedDates.find(copyOf({ body: [wrong] }))
  expect([finding?.passage, finding?.fix]).toEqual([passage, undefined])
})

test('reads captions and alt text', () => {
  expect(found(slashedDates, copyOf({ pictures: [{ caption: 'The game of 1/2/26', alt: 'A game on 1/2' }] }))).toEqual(['1/2/26', '1/2'])
})

test.each(['open 24/7', 'on 9/11', '3/4 cup of flour', 'by 3/4 inch', '1/2 of it', 'a 50/50 chance', '/2026/10/05/', '1/2/3/4'])('leaves “%s” alone', (right) => {
  expect(found(slashedDates, right)).toEqual([])
})
