import { expect, test } from 'vitest'
import { editDistance } from './likeness.ts'

test.each([['', '', 0], ['ana', 'ana', 0], ['ana', 'anna', 1], ['okonjo', 'okonyo', 1], ['kitten', 'sitting', 3], ['👍🏽', '👍', 1], ['a', '', 1]])('between “%s” and “%s” lie %i changes', (one, other, distance) => {
  expect([editDistance(one, other, 5), editDistance(other, one, 5)]).toEqual([distance, distance])
})

test('stops counting above the most', () => {
  expect([editDistance('abcdef', 'uvwxyz', 2), editDistance('a', 'abcdefgh', 2)]).toEqual([3, 3])
})
