import { expect, test } from 'vitest'
import { blockedIn, commentFormSchema, commentSettingsSchema, refuseCommentSchema } from './comment.ts'

test('a comment has a name and a text; an address is left out or is one', () => {
  expect(commentFormSchema.parse({ name: ' Rosa ', email: ' ', text: ' Well said. ' })).toEqual({ name: 'Rosa', email: null, text: 'Well said.' })
  expect(commentFormSchema.parse({ name: 'Rosa', email: 'Rosa@Example.org', text: 'Yes' }).email).toBe('rosa@example.org')
  for (const odd of [{ name: '<b>' }, { email: 'rosa' }, { text: 'x' }, { text: 'x'.repeat(2_001) }]) expect(commentFormSchema.safeParse({ name: 'Rosa', email: '', text: 'Yes', ...odd }).success).toBe(false)
})

test('blocked words are found as words, whatever their case and accents', () => {
  const list = 'dolt\nall wet\n\n  ¡!\nCAFÉ'
  expect(blockedIn('You DOLT! He is all  wet.', list)).toEqual(['dolt', 'all wet'])
  expect(blockedIn('doltish and adolt, at the cafe', list)).toEqual(['CAFÉ'])
  expect(blockedIn('Nothing here.', '')).toEqual([])
})

test('who refuses says why; boxes are ticked or not', () => {
  expect(refuseCommentSchema.safeParse({ commentId: '0199a000-0000-7000-8000-000000000001', reason: ' ' }).success).toBe(false)
  expect(commentSettingsSchema.parse({ blockedWords: 'x' })).toEqual({ open: false, blockedWords: 'x' })
  expect(commentSettingsSchema.parse({ open: '1' })).toEqual({ open: true, blockedWords: '' })
})
