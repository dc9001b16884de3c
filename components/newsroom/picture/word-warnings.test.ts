import { expect, test } from 'vitest'
import { wordWarning } from './word-warnings.ts'

const words = { caption: 'The band plays at noon.', alt: '', credit: 'Ana Ruiz' }

test.each([
  ['alt', '', null],
  ['alt', 'Six students with brass instruments on the front steps', null],
  ['alt', 'the band plays  at noon', 'same as the caption'],
  ['alt', 'A photo of the band', 'Leave out'],
  ['alt', 'IMG_2041.jpg', 'file name'],
  ['caption', 'band+on+3%2F20', 'file name'],
  ['credit', 'Ana Ruiz', null],
] as const)('%s %j: %j', (field, text, warning) => {
  const found = wordWarning({ ...words, [field]: text }, field)
  if (warning === null) expect(found).toBeNull()
  else expect(found).toContain(warning)
})
