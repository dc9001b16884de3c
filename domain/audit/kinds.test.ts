import { expect, it } from 'vitest'
import { AUDIT_GROUPS, AUDIT_KINDS, isAuditKind, phraseOf, subjectOf, wordsOf } from './kinds.ts'

it('has words for every kind, in a group, with at most one place for a name', () => {
  for (const [kind, { did }] of Object.entries(AUDIT_KINDS)) {
    expect(Object.keys(AUDIT_GROUPS), kind).toContain(kind.split('.')[0])
    expect(did, kind).toMatch(/^[a-z][^{}.]*(\{[^{}]+\})?[^{}.]*$/)
  }
})

it('puts a name where one is known', () => {
  expect(wordsOf('story.submit')).toBe('handed it in')
  expect(wordsOf('story.submit', '“Bells”')).toBe('handed “Bells” in')
  expect(wordsOf('note.reopened', '“Bells”')).toBe('opened a note on “Bells” again')
  expect(wordsOf('staff.joined', 'nobody')).toBe('joined the staff')
  expect(phraseOf('media.deleted')).toEqual({ before: 'threw ', about: 'a picture', after: ' away' })
})

it('says of a kind that it does not know that it does not know it', () => {
  for (const kind of ['toString', '__proto__', 'story.vanished', '']) {
    expect(isAuditKind(kind)).toBe(false)
    expect(subjectOf(kind)).toBeNull()
    expect(wordsOf(kind, 'x')).toBe(`did something that this version has no words for (${kind})`)
  }
  expect(subjectOf('staff.roleChanged')).toBe('user')
})
