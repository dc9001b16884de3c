import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { academicDegrees } from './academic-degrees.ts'

test.each([
  ['She has a bachelors degree.', 'She has a bachelor’s degree.'],
  ['He has a masters in history.', 'He has a master’s in history.'],
  ['She has a Bachelor’s degree.', 'She has a bachelor’s degree.'],
  ['She has a master’s Degree.', 'She has a master’s degree.'],
  ['She has an associate’s degree.', 'She has an associate degree.'],
  ['a Bachelor’s of Arts', 'a Bachelor of Arts'],
  ['He earned a PhD there.', 'He earned a Ph.D. there.'],
  ['Two PhDs came.', 'Two Ph.D.s came.'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(academicDegrees, wrong)).toBe(right)
})

test('finds “Dr.” and asks what kind', () => {
  expect(found(academicDegrees, 'The talk by Dr. Lena Fitch is on Monday.')).toEqual(['Dr. '])
})

test.each(['a bachelor’s degree', 'a Bachelor of Arts', 'an associate degree', 'a Ph.D. in history', 'the masters in charge', 'Dr. Ana Ruiz, a pediatrician, came.', 'Dr. Seuss', 'Dr. Pepper', 'Dr. Martin Luther King Jr. Drive', 'a degree of luck'])('leaves “%s” alone', (right) => {
  expect(found(academicDegrees, copyOf({ body: [right] }))).toEqual([])
})
