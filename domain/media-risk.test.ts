import { expect, test } from 'vitest'
import type { AssetStanding } from './media.ts'
import { pictureRisks, riskOf } from './media-risk.ts'

const words = { caption: 'Students leave.', alt: 'A crowd at a door', credit: 'Ana Ruiz' }
const good: AssetStanding = {
  status: 'READY', rights: 'STAFF', rightsHolder: '', rightsProof: '', proofUrl: '', proofFileName: '', expiresOn: null, makerKind: 'CONTRIBUTOR', makerName: '', credit: '', fairUseApproved: false,
}
const kinds = (asset: Partial<AssetStanding>, change: Partial<typeof words> = {}) => pictureRisks({ ...words, ...change }, { ...good, ...asset }, '2026-11-24').map(({ kind }) => kind)

test('a picture in order carries no risk', () => expect(kinds({})).toEqual([]))

test.each([
  [{ rights: 'UNKNOWN' }, {}, ['unknown']],
  [{ rights: 'UNKNOWN' }, { credit: 'Courtesy of AP News' }, ['unknown', 'claim']],
  [{}, { credit: 'Courtesy of AP News' }, ['claim']],
  [{ rights: 'LICENSED', rightsHolder: 'City Press', rightsProof: 'No. 12', expiresOn: '2026-11-23' }, {}, ['expired']],
  [{ rights: 'FAIR_USE', rightsProof: 'Criticism of the poster itself' }, {}, ['fairUse']],
  [{ rights: 'FAIR_USE', rightsProof: 'Criticism of the poster itself', fairUseApproved: true }, {}, []],
  [{ rights: 'CREATIVE_COMMONS', rightsHolder: 'CC BY 4.0' }, {}, ['unproven']],
  [{ rights: 'PERMISSION', rightsHolder: 'City Museum' }, {}, ['unproven']],
  [{ status: 'FAILED' }, {}, ['unmade']],
  [{}, { caption: ' ', alt: '', credit: '' }, ['credit', 'alt', 'caption']],
  [{}, { caption: 'IMG_2041', alt: 'DSC00123' }, ['alt', 'caption']],
] as const)('%j %j: %j', (asset, change, expected) => expect(kinds(asset, change)).toEqual(expected))

test('every risk says in a sentence what it is', () => {
  const all = pictureRisks({ caption: '', alt: '', credit: '' }, { ...good, rights: 'UNKNOWN', status: 'FAILED', credit: 'Reuters' }, '2026-11-24')
  expect(all.length).toBeGreaterThan(4)
  for (const { message } of all) expect(message).toMatch(/^[A-Z].+\.$/)
})

test('the heaviest risk decides, the others only between equals', () => {
  const unknown = pictureRisks(words, { ...good, rights: 'UNKNOWN' }, '2026-11-24')
  const careless = pictureRisks({ caption: '', alt: '', credit: '' }, good, '2026-11-24')
  expect(riskOf(unknown)).toBeGreaterThan(riskOf(careless))
  expect(riskOf(careless)).toBeGreaterThan(riskOf(careless.slice(0, 1)))
  expect(riskOf([])).toBe(0)
})
