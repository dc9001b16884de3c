import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { dateOrdinals } from './date-ordinals.ts'

test.each([
  ['on January 5th', 'on Jan. 5'],
  ['on Oct. 31st', 'on Oct. 31'],
  ['on March the 2nd', 'on March 2'],
  ['on the 4th of July', 'on July 4'],
  ['on 3rd May', 'on May 3'],
  ['It ends on the 5th of September.', 'It ends on Sept. 5.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(dateOrdinals, wrong)).toBe(right)
})

test.each(['on Jan. 5', 'the 5th grade', 'her May 5th birthday', 'the 4th annual march', 'In May 10th graders', 'to march 4th in line', '42nd Street', 'the 21st century'])('leaves “%s” alone', (right) => {
  expect(found(dateOrdinals, right)).toEqual([])
})
