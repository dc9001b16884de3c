import { expect, test } from 'vitest'
import { copyOf } from '../testing/copy.ts'
import { byline } from './byline.ts'

test('asks for a byline where there is none', () => {
  expect(byline.find(copyOf({})).map(({ place, passage }) => [place, passage])).toEqual([[{ field: 'bylines', from: 0, to: 0 }, '']])
  expect(byline.find(copyOf({ bylines: [{}] }))).toEqual([])
})
