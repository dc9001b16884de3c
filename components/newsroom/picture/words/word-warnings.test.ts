import { expect, test } from 'vitest'
import type { NewsroomAsset } from '#domain/media.ts'
import { assetLike } from '../../media/asset-like.ts'
import { wordWarnings, type WordField } from './word-warnings.ts'

const words = { caption: 'The band plays at noon.', alt: 'Six students with brass instruments on the front steps', credit: 'Ana Ruiz' }
const staff = assetLike({ rights: 'STAFF' })
const notes = (field: WordField, text: string, asset: NewsroomAsset | undefined = staff) => wordWarnings({ ...words, [field]: text }, field, asset).map(({ message }) => message).join(' ')

test.each(['caption', 'alt', 'credit'] as const)('a good %s has no warning', (field) => {
  expect(wordWarnings(words, field, staff).filter(({ tone }) => tone === 'warn')).toEqual([])
  expect(notes(field, '')).not.toContain('file name')
})

test.each([
  ['alt', 'IMG_2041.jpg'],
  ['caption', 'band+on+3%2F20'],
  ['credit', 'download (3)'],
] as const)('%s %j looks like a file name', (field, text) => expect(notes(field, text)).toContain('file name'))

test('a credit that names an agency without a licence is named, until there is one', () => {
  expect(notes('credit', 'Courtesy of AP News')).toContain('names')
  expect(wordWarnings({ ...words, caption: 'A handshake (Courtesy of AP News)' }, 'credit', staff)).not.toEqual([])
  expect(notes('credit', 'Lee Park / AP', assetLike({ rights: 'LICENSED', rightsHolder: 'AP', rightsProof: '1' }))).toBe('')
  expect(wordWarnings({ ...words, credit: 'Courtesy of AP News' }, 'credit', undefined)).toEqual([])
})

test('help with alt text: what is missing, and what a listener would hear twice', () => {
  expect(wordWarnings({ ...words, alt: '' }, 'alt', assetLike({ people: ['Ana Ruiz'] }))).toMatchObject([{ tone: 'help' }, { tone: 'help' }])
  expect(wordWarnings({ ...words, alt: 'the band plays at noon' }, 'alt', undefined)[0]).toMatchObject({ tone: 'warn', message: expect.stringContaining('Same as the caption') })
  expect(notes('alt', 'A photo of the band')).toContain('Leave out')
})
