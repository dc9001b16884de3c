import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { months } from './months.ts'

test.each([
  ['on January 5', 'on Jan. 5'],
  ['on September 12, 2026', 'on Sept. 12, 2026'],
  ['on Sep. 3', 'on Sept. 3'],
  ['on Oct 5', 'on Oct. 5'],
  ['on Mar. 4 and Apr 6', 'on March 4 and April 6'],
  ['on Jul. 4', 'on July 4'],
  ['in Oct. 2026', 'in October 2026'],
  ['last Dec. the team', 'last December the team'],
  ['It ends in Nov.', 'It ends in November.'],
  ['It ended in Nov. The team', 'It ended in November. The team'],
  ['from December 16-17', 'from Dec. 16-17'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(months, wrong)).toBe(right)
})

test.each(['Jan. 5', 'March 4', 'May 4, 2026', 'in January', 'in January 2026', 'Sept. 9-12', 'January 31st', 'Oct. 31st', 'May 1,000 flowers bloom', 'Jan Novak', 'Mark 5', 'a march of 5 miles', 'Augusta 12', 'August 2026', 'Decide 5'])('leaves “%s” alone', (right) => {
  expect(found(months, right)).toEqual([])
})
