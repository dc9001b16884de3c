import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { doubledPunctuation } from './doubled-punctuation.ts'

test.each([
  ['The end..', 'The end.'],
  ['one,, two', 'one, two'],
  ['Why?? Because!!!', 'Why? Because!'],
  ['“The end.”.', '“The end.”'],
  ['“Really?”, she asked.', '“Really?” she asked.'],
  ['“Well,”, she said.', '“Well,” she said.'],
  ['and so on.....', 'and so on...'],
  ['a;; b:: c', 'a; b: c'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(doubledPunctuation, wrong)).toBe(right)
})

test.each(['What?!', 'one,. two', 'one;, two', 'the end.,'])('finds “%s” without a certain fix', (wrong) => {
  const [finding] = doubledPunctuation.find(copyOf({ body: [wrong] }))
  expect(finding?.passage).not.toBeUndefined()
  expect(finding?.fix).toBeUndefined()
})

test.each([
  'Well ... yes. And then....', 'at 7 p.m., she said', 'Sammy Davis Jr., the singer', 'in the U.S., too', 'Acme Inc.: a story', 'No. 4, of course', '“Why?” she asked.', '“I know.” She left.',
  '“at 7 p.m.,” she said', 'Did you see “Who?”; I did.', 'see ../notes', 'Warner Bros., the studio', 'in Fresno, Calif., today', 'Yahoo!, a company', 'J. K. R., a writer',
])('leaves “%s” alone', (right) => {
  expect(found(doubledPunctuation, right)).toEqual([])
})
