import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { titles } from './titles.ts'

test.each([
  ['The city asked mayor Lena Fitch.', 'The city asked Mayor Lena Fitch.'],
  ['They met with principal Ruth Cole.', 'They met with Principal Ruth Cole.'],
  ['The vice principal Ruth Cole came.', 'The Vice Principal Ruth Cole came.'],
  ['Ruth Cole, Principal of Harbor High, came.', 'Ruth Cole, principal of Harbor High, came.'],
  ['Ruth Cole, the Superintendent, came.', 'Ruth Cole, the superintendent, came.'],
  ['We asked the Principal about it.', 'We asked the principal about it.'],
  ['She is a Sophomore now.', 'She is a sophomore now.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(titles, wrong)).toBe(right)
})

test('finds courtesy titles, and leaves their names to the paper', () => {
  const [finding] = titles.find(copyOf({ body: ['In class, Ms. Cole smiled.'] }))
  expect([finding?.passage, finding?.fix]).toEqual(['Ms. ', undefined])
})

test.each([
  'Principal Ruth Cole said so.', 'Ruth Cole, principal of Harbor High, came.', 'coach Sabine Okafor', 'club president Amara Osei', 'Junior class president Camille Duarte', 'co-president Anneke Boyd', 'the principal came', 'the Senior Center',
  'the President’s Cup', 'teacher Paul Reyes', 'Board chair Ruth Anselm', 'the principal, Ruth Cole, came', 'homecoming queen Ana Ruiz', 'the Freshman 15', '“Meet the Coach” is on.', 'Missy Cole',
])('leaves “%s” alone', (right) => {
  expect(found(titles, right)).toEqual([])
})
