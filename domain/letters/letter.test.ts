import { expect, test } from 'vitest'
import { closeLetterSchema, isOpenLetter, letterDocument, letterFormSchema, tipFormSchema } from './letter.ts'

test('a letter bears a name, an address and a consent; a tip needs none of them', () => {
  const whole = { name: ' Rosa Lind ', email: 'Rosa@Example.org', text: ' The clock is late. ', consent: '1' }
  expect(letterFormSchema.parse(whole)).toEqual({ name: 'Rosa Lind', email: 'rosa@example.org', text: 'The clock is late.', consent: '1' })
  for (const [field, value] of [['name', ''], ['email', 'rosa'], ['text', 'x'], ['text', 'x'.repeat(6_001)], ['consent', '']] as const) {
    expect(letterFormSchema.safeParse({ ...whole, [field]: value }).error?.issues[0]?.path).toEqual([field])
  }
  expect(tipFormSchema.parse({ email: ' ', text: whole.text })).toEqual({ email: null, text: 'The clock is late.' })
  expect(tipFormSchema.parse({ email: 'a@b.org', text: whole.text }).email).toBe('a@b.org')
  expect(tipFormSchema.safeParse({ email: 'a', text: whole.text }).success).toBe(false)
})

test('who declines says why; what is new or taken is open', () => {
  const letterId = '0199a000-0000-7000-8000-000000000001'
  expect(closeLetterSchema.safeParse({ letterId, state: 'DECLINED', reason: '' }).error?.issues[0]?.path).toEqual(['reason'])
  expect(closeLetterSchema.parse({ letterId, state: 'DONE' }).reason).toBe('')
  expect((['NEW', 'TAKEN', 'DONE', 'DECLINED'] as const).map(isOpenLetter)).toEqual([true, true, false, false])
})

test('a letter’s paragraphs become those of a story', () => {
  expect(letterDocument('Dear editors,\n\nthe clock\nis late.\n \n\nRosa').content.map((block) => JSON.stringify(block))).toEqual(['Dear editors,', 'the clock is late.', 'Rosa'].map((text) => JSON.stringify({ type: 'paragraph', content: [{ type: 'text', text }] })))
})
