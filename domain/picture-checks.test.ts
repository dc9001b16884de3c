import { expect, test } from 'vitest'
import type { AssetStanding } from './media.ts'
import { isFileNameAsWords, pictureProblems, saysTheSame, wordProblems } from './picture-checks.ts'

const words = { caption: 'Students leave.', alt: 'A crowd at a door', credit: 'Ana Ruiz' }
const good: AssetStanding = {
  status: 'READY', rights: 'STAFF', rightsHolder: '', rightsProof: '', proofUrl: '', proofFileName: '', expiresOn: null, makerKind: 'CONTRIBUTOR', makerName: '', credit: '', fairUseApproved: false,
}
const problems = (asset: Partial<AssetStanding>, change: Partial<typeof words> = {}) => pictureProblems({ ...words, ...change }, { ...good, ...asset }, '2026-11-24').map(({ message }) => message)

test.each(['IMG_1234', 'IMG_1234.jpg', 'Screenshot 2024-05-01 at 10.42', 'download (3)', 'DSC00123', 'band%20on%20stage.jpg', 'Band+on+stage', 'robot-arm.jpg', 'https://site.example/pictures/band.png', '12345'])('%j is a file name', (text) => {
  expect(isFileNameAsWords(text)).toBe(true)
})
test.each(['', ' ', 'The band plays.', 'A crowd at a door', 'Ana Ruiz (left) scores 12 points', 'Room 204', 'Robot'])('%j is none', (text) => expect(isFileNameAsWords(text)).toBe(false))

test('words that are missing or say nothing', () => {
  expect(wordProblems(words)).toEqual([])
  expect(wordProblems({ caption: ' ', alt: '', credit: '' })).toHaveLength(3)
  expect(wordProblems({ ...words, caption: `IMG_${'1'.repeat(90)}` })[0]).toBe(`the caption is a file name (“IMG_${'1'.repeat(56)}…”). Say who can be seen, and what happens.`)
  expect(wordProblems({ ...words, alt: 'DSC00123' })[0]).toContain('“DSC00123”')
})

test.each([
  ['The band plays at noon.', 'the band  plays at noon', true],
  ['', '', false],
  ['A', 'B', false],
])('%j says the same as %j: %j', (a, b, same) => expect(saysTheSame(a, b)).toBe(same))

test('a picture that may be published has no problem', () => expect(problems({})).toEqual([]))

test('what is wrong with the picture, its right and its credit', () => {
  expect(pictureProblems(words, undefined, '2026-11-24')).toEqual([{ message: 'the picture is gone. Choose another one.' }])
  expect(problems({ status: 'PENDING' })).toEqual(['the picture is still being prepared. Try again in a few seconds.'])
  expect(problems({ status: 'FAILED' })).toEqual(['the picture could not be prepared. Upload it again.'])
  expect(problems({ rights: 'UNKNOWN' })).toEqual(['Say why we may publish this picture. A credit alone is not a right.'])
  expect(problems({}, { credit: 'Courtesy of City Museum' })).toEqual([expect.stringContaining('courtesy of City Museum')])
  expect(problems({ credit: 'Reuters' })).toEqual([expect.stringContaining('Reuters')])
})

test('an adviser is waited for only once nothing else is missing', () => {
  const fair = { ...good, rights: 'FAIR_USE' as const, rightsProof: 'Criticism of the poster itself' }
  expect(pictureProblems(words, fair, '2026-11-24')).toEqual([{ message: 'an adviser must agree that this is fair use.', waitsFor: 'adviser' }])
  expect(pictureProblems({ ...words, credit: 'Photo by Google' }, fair, '2026-11-24')).toHaveLength(1)
  expect(pictureProblems(words, { ...fair, fairUseApproved: true }, '2026-11-24')).toEqual([])
})
