import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalText, type EventText } from './canonical.ts'

const EVENT: EventText = { id: '7', at: '2026-11-24T18:42:00.000Z', actorId: null, kind: 'paper.setUp', storyId: null, revisionId: null, subjectId: null, data: '{}' }

it('writes every field with its length in bytes, and nothing apart from empty', () => {
  expect(canonicalText(EVENT)).toBe('audit event 1,1:7,24:2026-11-24T18:42:00.000Z,-,11:paper.setUp,-,-,-,2:{},')
  expect(canonicalText({ ...EVENT, subjectId: '' })).toBe('audit event 1,1:7,24:2026-11-24T18:42:00.000Z,-,11:paper.setUp,-,-,0:,2:{},')
  expect(canonicalText({ ...EVENT, data: '{"a": "é漢👩"}' })).toContain(',18:{"a": "é漢👩"},')
})

it('is never the same for two events that differ', () => {
  const field = fc.option(fc.oneof(fc.string(), fc.constantFrom('', '-', '-,', '1:a,', '0:,,')), { nil: null })
  const some = fc.record({ actorId: field, storyId: field, revisionId: field, subjectId: field })
  fc.assert(
    fc.property(some, some, (one, two) => {
      const same = (['actorId', 'storyId', 'revisionId', 'subjectId'] as const).every((name) => one[name] === two[name])
      expect(canonicalText({ ...EVENT, ...one }) === canonicalText({ ...EVENT, ...two })).toBe(same)
    }),
  )
})
