import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSuggestionId, writeSuggestionId } from './suggestion-id.ts'

it('says who and when, and fits where ids are kept', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 4_102_444_800_000 }), fc.integer({ min: 0, max: 1_000_000 }), (userId, at, n) => {
      const id = writeSuggestionId({ userId, at, n })
      expect(id.length).toBeLessThanOrEqual(80)
      expect(readSuggestionId(id)).toEqual({ userId, at, n })
    }),
  )
})

it('is not read out of anything else', () => {
  for (const odd of ['', 'x:1', 'somebody:abc.1', `${'0'.repeat(36)}:`, `${'a'.repeat(36)}:zz`]) expect(readSuggestionId(odd)).toBeNull()
})
