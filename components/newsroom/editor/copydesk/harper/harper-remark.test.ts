import { expect, test } from 'vitest'
import { remarkOf } from './harper-remark.ts'

const lint = { kind: 'Spelling', rule: 'SpellCheck', message: 'Did you mean to spell `cafetria` this way?', start: 4, end: 12, suggestions: [{ kind: 0, text: 'cafeteria' }] }

test('a remark counts in UTF-16, where Harper counts code points', () => {
  const text = '🎷🎷 a cafetria'
  const remark = remarkOf(text, { ...lint, start: 5, end: 13 })
  expect(remark).toEqual({ ruleId: 'spelling', rule: 'SpellCheck', from: 7, to: 15, message: 'Did you mean to spell “cafetria” this way?', choices: ['cafeteria'] })
  expect(text.slice(remark?.from, remark?.to)).toBe('cafetria')
})

test('what is offered is what the passage becomes, each once, at most four', () => {
  const offered = (suggestions: { kind: number; text: string }[]) => remarkOf('the cafetria', { ...lint, suggestions })?.choices
  expect(offered([{ kind: 1, text: '' }])).toEqual([''])
  expect(offered([{ kind: 2, text: ',' }])).toEqual(['cafetria,'])
  expect(offered([{ kind: 0, text: 'cafetria' }, { kind: 0, text: 'a' }, { kind: 0, text: 'a' }])).toEqual(['a'])
  expect(offered(['a', 'b', 'c', 'd', 'e'].map((text) => ({ kind: 0, text })))).toHaveLength(4)
})

test('grammar is grammar, typos are spelling, and a span outside of the text is none', () => {
  expect(remarkOf('the cafetria', { ...lint, kind: 'Agreement' })?.ruleId).toBe('grammar')
  expect(remarkOf('the cafetria', { ...lint, kind: 'Typo' })?.ruleId).toBe('spelling')
  expect(remarkOf('the', lint)).toBeNull()
  expect(remarkOf('the cafetria', { ...lint, start: 4, end: 4 })).toBeNull()
})
