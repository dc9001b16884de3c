import { describe, expect, test } from 'vitest'
import { dismissalSchema, paperWordSchema, ruleLevelsSchema } from './forms.ts'

describe('a word of the dictionary', () => {
  test.each(['Okonjo', 'Lindqvist-Amari', 'O’Neill', "O'Neill", 'ASB', 'Harbor High', 'A. Lee', 'R&D', 'Café', '4th Street', 'I-5'])('%s fits', (word) => expect(paperWordSchema.parse(` ${word} `)).toBe(word))
  test.each(['', ' ', '-', '<b>', 'a  b', 'one two three four five six', 'x'.repeat(61), 'line\nbreak', '“quoted”'])('%j does not', (word) => expect(paperWordSchema.safeParse(word).success).toBe(false))
})

test('a dismissal needs a reason', () => {
  const input = { storyId: '01a20d32-3592-771e-9799-fcacd4930e73', ruleId: 'said', passage: 'body: [x]', reason: '  ok ' }
  expect(dismissalSchema.safeParse(input).error?.issues[0]?.message).toBe('Say in a few words why it is right.')
  expect(dismissalSchema.parse({ ...input, reason: ' It is a title. ' }).reason).toBe('It is a title.')
  expect(dismissalSchema.safeParse({ ...input, reason: 'x'.repeat(501) }).success).toBe(false)
})

test('levels are known ones, or null for what stands above', () => {
  expect(ruleLevelsSchema.safeParse({ ruleId: 'said', paper: null, sections: { '01a20d32-3592-771e-9799-fcacd4930e73': 'BLOCKING' } }).success).toBe(true)
  expect(ruleLevelsSchema.safeParse({ ruleId: 'said', paper: 'LOUD', sections: {} }).success).toBe(false)
  expect(ruleLevelsSchema.safeParse({ ruleId: 'said', paper: null, sections: { news: 'OFF' } }).success).toBe(false)
})
