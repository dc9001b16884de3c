import { expect, test } from 'vitest'
import { comingsAndGoings, placeName, whoIsHere } from './who-is-here.ts'

const ana = { user: { userId: 'a', name: 'Ana Ruiz' } }
const ben = { user: { userId: 'b', name: 'Ben Osei' } }

test('lists each person once, by name, and not this window', () => {
  const states = new Map<number, unknown>([[1, ben], [2, { ...ben, field: 'deck' }], [3, ana], [9, { user: { userId: 'me', name: 'Me' } }]])
  expect(whoIsHere(states, 9)).toEqual([{ userId: 'a', name: 'Ana Ruiz', field: null }, { userId: 'b', name: 'Ben Osei', field: 'deck' }])
})

test('a cursor in the text is a place, too', () => {
  expect(whoIsHere(new Map([[1, { ...ana, cursor: { anchor: {}, head: {} } }]]), 9)[0]?.field).toBe('body')
  expect(whoIsHere(new Map([[1, { ...ana, cursor: null }]]), 9)[0]?.field).toBeNull()
})

test('leaves out whatever is not the state of a person, and shortens endless names', () => {
  const states = new Map<number, unknown>([[1, null], [2, 'x'], [3, {}], [4, { user: { name: 'No Id' } }], [5, { user: { userId: 'a', name: 'A'.repeat(5000) }, field: 7 }]])
  expect(whoIsHere(states, 9)).toEqual([{ userId: 'a', name: 'A'.repeat(60), field: null }])
})

test.each([
  ['headline', 'Headline'],
  ['body', 'the text'],
  ['lead-alt', 'the alt text of the lead picture'],
  ['image-12-caption', 'the caption of picture 12'],
  ['image-3', 'picture 3'],
  ['constructor', null],
  ['<b>', null],
  [null, null],
])('%s is called %s', (field, name) => {
  expect(placeName(field)).toBe(name)
})

test('says who came and who left, once', () => {
  const here = (name: string) => ({ userId: name, name, field: null })
  expect(comingsAndGoings([here('Ana')], [here('Ben')])).toBe('Ben is here. Ana left.')
  expect(comingsAndGoings([here('Ana')], [{ ...here('Ana'), field: 'deck' }])).toBe('')
})
