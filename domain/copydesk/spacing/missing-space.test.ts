import { expect, test } from 'vitest'
import { corrected, found } from '../testing/copy.ts'
import { missingSpace } from './missing-space.ts'

test.each([
  ['It ended.The crowd left.', 'It ended. The crowd left.'],
  ['“Go.”She went.', '“Go.” She went.'],
  ['apples,pears', 'apples, pears'],
  ['What?Nobody knew.', 'What? Nobody knew.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(missingSpace, wrong)).toBe(right)
})

test.each(['1,000 people', 'U.S. and Ph.D.', 'school.Com', 'www.school.Example', 'ana@mail.School', 'Node.js', 'It ended. The', '3.Two', 'AT&T,', 'e.g. this'])('leaves “%s” alone', (right) => {
  expect(found(missingSpace, right)).toEqual([])
})
