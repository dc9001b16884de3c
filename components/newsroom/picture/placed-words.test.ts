import { expect, test } from 'vitest'
import { assetLike } from '../media/asset-like.ts'
import { filledWords, proposedWords } from './placed-words.ts'

test('a picture proposes its own words, and a credit made of its maker where it has none', () => {
  expect(proposedWords(assetLike({ caption: 'The band.', alt: 'Horns', credit: 'A. Ruiz', creditLine: 'Ana Ruiz' }))).toEqual({ caption: 'The band.', alt: 'Horns', credit: 'A. Ruiz' })
  expect(proposedWords(assetLike({ creditLine: 'Ana Ruiz' }))).toEqual({ caption: '', alt: '', credit: 'Ana Ruiz' })
})

test('what is proposed fills empty fields only', () => {
  const proposed = { caption: 'Proposed', alt: 'Proposed', credit: 'Proposed' }
  expect(filledWords({ assetId: 'x', caption: 'Mine', alt: '  ', credit: '' }, proposed)).toEqual({ assetId: 'x', caption: 'Mine', alt: 'Proposed', credit: 'Proposed' })
})
