import { expect, test } from 'vitest'
import { copyOf, corrected, found } from '../testing/copy.ts'
import { stateNames } from './state-names.ts'
import { STATES, stateNamed } from './states.ts'

test.each([
  ['in Salem, Ore., on Friday', 'in Salem, Oregon, on Friday'],
  ['a team from Fresno, Calif.', 'a team from Fresno, California.'],
  ['He came from Boston, Mass. She did not.', 'He came from Boston, Massachusetts. She did not.'],
  ['in Albany, NY, on Friday', 'in Albany, New York, on Friday'],
  ['She lives in Salem, OR.', 'She lives in Salem, Oregon.'],
  ['in Reno, Nevada the team', 'in Reno, Nevada, the team'],
  ['in Fargo, N.D. the team', 'in Fargo, North Dakota, the team'],
  ['in Washington, DC, today', 'in Washington, D.C., today'],
])('puts “%s” right', (wrong, right) => {
  expect(corrected(stateNames, wrong)).toBe(right)
})

test('finds Washington D.C. without its comma', () => {
  expect(stateNames.find(copyOf({ body: ['in Washington D.C. today'] })).map(({ passage, fix }) => [passage, fix])).toEqual([['D.C.', undefined]])
})

test.each([
  'in Salem, Oregon, on Friday', 'from Iowa', 'PORTLAND, Ore. — The board', 'PORTLAND, Ore. (AP) — The board', '12 Main St., Salem, OR 97301', 'Yes, OK?', 'Well, HI there', 'Idaho, Oregon and Maine', 'Seattle, Washington and Boise',
  'in Washington, D.C., today', 'Juneau, Alaska', 'Jane Cole, MD, came', 'She is from Maine.', 'Mass. was said',
])('leaves “%s” alone', (right) => {
  expect(found(stateNames, right)).toEqual([])
})

test('knows the fifty states', () => {
  expect(new Set(STATES.map(({ postal }) => postal)).size).toBe(50)
  expect([stateNamed('N.C.'), stateNamed('WV'), stateNamed('Tex')]).toEqual(['North Carolina', 'West Virginia', null])
})
