import { expect, test } from 'vitest'
import { movedOne, seriesWordsSchema } from './series.ts'

test('moving goes one place, and not past the ends', () => {
  expect(movedOne(['a', 'b', 'c'], 1, 'up')).toEqual(['b', 'a', 'c'])
  expect(movedOne(['a', 'b', 'c'], 1, 'down')).toEqual(['a', 'c', 'b'])
  expect(movedOne(['a', 'b'], 0, 'up')).toBeNull()
  expect(movedOne(['a', 'b'], 1, 'down')).toBeNull()
  expect(movedOne(['a'], -1, 'down')).toBeNull()
})

test('a series has a title, and says little', () => {
  expect(seriesWordsSchema.parse({ title: ' The water ', description: '' })).toEqual({ title: 'The water', description: '' })
  for (const words of [{ title: ' ', description: '' }, { title: 'x'.repeat(81), description: '' }, { title: 'x', description: 'x'.repeat(301) }]) expect(seriesWordsSchema.safeParse(words).success).toBe(false)
})
