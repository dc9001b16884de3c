import { expect, test } from 'vitest'
import { assetLike } from '../asset-like.ts'
import { marksOf, runsOutSoon, titleOf } from './picture-marks.ts'

const TODAY = '2026-11-24'
const whole = assetLike({ caption: 'The band plays.', alt: 'Six students with horns', credit: 'Ana Ruiz', rights: 'STAFF' })
const words = (change: Parameters<typeof assetLike>[0]) => marksOf({ ...whole, ...change }, TODAY).map(({ word }) => word)

test('a picture with everything has no marks', () => expect(words({})).toEqual([]))

test.each([
  [{ rights: 'UNKNOWN' }, ['No right yet']],
  [{ rights: 'LICENSED' }, ['Right incomplete']],
  [{ rights: 'FAIR_USE', rightsProof: 'A review of it.' }, ['Fair use: waits for an adviser']],
  [{ rights: 'LICENSED', rightsHolder: 'AP', rightsProof: '1', expiresOn: '2026-11-23' }, ['Right has run out']],
  [{ rights: 'LICENSED', rightsHolder: 'AP', rightsProof: '1', expiresOn: '2026-12-24' }, ['Runs out 2026-12-24']],
  [{ caption: '', alt: '', credit: '' }, ['No caption', 'No alt text', 'No credit']],
  [{ status: 'PENDING' }, ['Being prepared']],
  [{ status: 'FAILED' }, ['Could not be prepared']],
  [{ replacedById: whole.id }, ['Replaced']],
] as const)('%j', (change, expected) => expect(words(change)).toEqual(expected))

test('a right runs out soon within 30 days, its last good day included', () => {
  const licence = { rights: 'LICENSED' as const, expiresOn: TODAY }
  expect(runsOutSoon(licence, TODAY)).toBe(true)
  expect(runsOutSoon({ ...licence, expiresOn: '2026-12-25' }, TODAY)).toBe(false)
  expect(runsOutSoon({ ...licence, expiresOn: '2026-11-23' }, TODAY)).toBe(false)
  expect(runsOutSoon({ rights: 'STAFF', expiresOn: TODAY }, TODAY)).toBe(false)
})

test('without a caption a picture is called after its file', () => {
  expect(titleOf(whole)).toBe('The band plays.')
  expect(titleOf({ caption: '', fileName: 'IMG_1.jpg' })).toBe('IMG_1.jpg')
})
