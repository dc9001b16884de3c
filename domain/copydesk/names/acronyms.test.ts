import { expect, test } from 'vitest'
import { copyOf, found } from '../testing/copy.ts'
import { acronyms } from './acronyms.ts'

test('finds an acronym once, where it comes first', () => {
  expect(found(acronyms, ['The NHS met.', 'The NHS voted.'])).toEqual(['NHS'])
  expect(found(acronyms, ['Both suspect WXYZ, which agreed.', 'DECA’s team won with HOSA.'])).toEqual(['WXYZ', 'DECA', 'HOSA'])
})

test('finds one whose full name comes only later', () => {
  expect(found(acronyms, ['The NHS met.', 'The National Honor Society voted.'])).toEqual(['NHS'])
})

test.each([
  [['The National Honor Society met.', 'The NHS voted.']],
  [['The National Honor Society (NHS) met.']],
  [['The NHS (National Honor Society) met.']],
  [['The FBI, NASA, a GPA of 4.0 and an AP class.']],
  [['The Society for the Prevention of Cruelty met. The SPC paid.']],
  [['World War II, Act III, Louis XIV.']],
  [['The sign says FREE QUEEN today.', 'STOP, LOOK, LISTEN.']],
  [['Salem, OR, is far.', 'a B2B firm, room A-4']],
  [['OK, TV, U.S., p.m.']],
  [['Write to desk@NHS.example or see school.example/NHS.']],
])('leaves %j alone', (body) => {
  expect(found(acronyms, body)).toEqual([])
})

test('takes the paper’s own dictionary for known', () => {
  expect(found(acronyms, copyOf({ paperWords: ['NHS', 'ASB office'], body: ['The NHS and the ASB met.'] }))).toEqual([])
})

test('leaves headlines alone, where there is no room', () => {
  expect(found(acronyms, copyOf({ headline: 'NHS meets', body: [{ kind: 'tableCell', text: 'NHS' }] }))).toEqual([])
})
