import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { headingLevels } from './heading-levels.ts'

const heading = (level: 2 | 3, text: string) => ({ kind: 'heading' as const, level, text })

test('finds small subheads before any large one', () => {
  expect(found(headingLevels, copyOf({ body: [heading(3, 'One'), 'Text.', heading(2, 'Two'), heading(3, 'Three')] }))).toEqual(['One'])
  expect(found(headingLevels, copyOf({ body: [heading(3, 'One'), heading(3, 'Two')] }))).toEqual(['One', 'Two'])
})

test('leaves a story alone that has none, or begins with a large one', () => {
  expect(found(headingLevels, copyOf({ body: ['Text.', heading(2, 'One'), heading(3, 'Two')] }))).toEqual([])
  expect(found(headingLevels, copyOf({ body: ['Text.', heading(3, '')] }))).toEqual([])
})
