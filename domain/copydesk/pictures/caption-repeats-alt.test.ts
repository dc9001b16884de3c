import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { captionRepeatsAlt } from './caption-repeats-alt.ts'

const foundIn = (caption: string, alt: string) => found(captionRepeatsAlt, copyOf({ pictures: [{ caption, alt }] }))

test.each([
  ['Ana Ruiz lifts the cup.', 'Ana Ruiz lifts the cup'],
  ['Ana Ruiz lifts the silver cup after Friday’s game', 'Ana Ruiz lifting the silver cup after the game on Friday'],
])('finds “%s”', (caption, alt) => {
  expect(foundIn(caption, alt)).toEqual([caption])
})

test.each([
  ['Ana Ruiz after her fourth final in a row.', 'A girl in a red shirt lifts a silver cup over her head.'],
  ['', ''],
  ['Ana Ruiz', 'Ana Ruiz lifts a silver cup over her head in the rain, with the team behind her'],
])('leaves “%s” alone', (caption, alt) => {
  expect(foundIn(caption, alt)).toEqual([])
})
