import { expect, test } from 'vitest'
import { libraryQuerySchema, WHOLE_LIBRARY } from '#domain/media-library.ts'
import { isNarrowed, libraryAddress, viewIn } from './library-address.ts'

test('an address says what is asked, and is read back as the same question', () => {
  const asked = libraryQuerySchema.parse({ q: 'Jazz & brass', rights: 'LICENSED', year: '2026-27', missing: 'alt' })
  const address = libraryAddress(asked, 'list')
  const read = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
  expect(libraryQuerySchema.parse(read)).toEqual(asked)
  expect(viewIn(read['view'])).toBe('list')
})

test('nothing asked is the plain address', () => {
  expect(libraryAddress(WHOLE_LIBRARY, 'grid')).toBe('/newsroom/media')
  expect(libraryAddress(WHOLE_LIBRARY, 'grid', { use: 'unused' })).toBe('/newsroom/media?use=unused')
  expect(viewIn(['list', 'grid'])).toBe('grid')
})

test('a filter narrows, a further page does not', () => {
  expect(isNarrowed(WHOLE_LIBRARY)).toBe(false)
  expect(isNarrowed({ ...WHOLE_LIBRARY, cursor: 'x' })).toBe(false)
  expect(isNarrowed({ ...WHOLE_LIBRARY, q: 'x' })).toBe(true)
  expect(isNarrowed({ ...WHOLE_LIBRARY, attention: 'failed' })).toBe(true)
})
