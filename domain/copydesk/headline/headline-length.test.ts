import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { headlineLength } from './headline-length.ts'

const foundIn = (headline: string) => found(headlineLength, copyOf({ headline }))

test.each(['Robotics', 'Our library', 'One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen', `${'Extraordinarily '.repeat(6)}long`])('finds “%s”', (headline) => {
  expect(foundIn(headline)).toEqual([headline])
})

test.each(['', 'Team wins final', 'Cafeteria compost program keeps a ton of scraps out of the landfill'])('leaves “%s” alone', (headline) => {
  expect(foundIn(headline)).toEqual([])
})
