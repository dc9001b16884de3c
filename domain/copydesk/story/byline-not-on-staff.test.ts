import { expect, test } from 'vitest'
import { copyOf } from '../testing/copy.ts'
import { bylineNotOnStaff } from './byline-not-on-staff.ts'

const messages = (name: string, credit: string, onStaff = false) =>
  bylineNotOnStaff.find(copyOf({ staffNames: ['Ines Okonjo', 'Zoë Park'], bylines: [{ name: 'Ines Okonjo' }, { name, credit, onStaff }] })).map(({ place, message }) => `${place.block}: ${message}`)

test.each([
  ['Ines Okonyo', 'Staff Writer', /^1: Nobody on staff is called “Ines Okonyo”. Did you mean Ines Okonjo\?/],
  ['Ines Okonyo', 'Guest', /Did you mean Ines Okonjo/],
  ['Zoe Park', '', /^1: Zoë Park is on staff/],
  ['Dana Whitlock', 'Staff Writer', /is not on staff, and the credit line says “Staff Writer”/],
  ['Dana Whitlock', '', /is not on staff. Say in the credit line/],
])('finds “%s” with the credit “%s”', (name, credit, message) => {
  expect(messages(name, credit)[0]).toMatch(message)
})

test.each([['Dana Whitlock', 'Contributor'], ['Dana Whitlock', 'Guest Columnist'], ['The Editorial Board', ''], ['Harbor Light staff', ''], ['', '']])('leaves “%s” with the credit “%s” alone', (name, credit) => {
  expect(messages(name, credit)).toEqual([])
})

test('leaves names alone that lead to a member of staff', () => {
  expect(messages('Dana Whitlock', '', true)).toEqual([])
})
