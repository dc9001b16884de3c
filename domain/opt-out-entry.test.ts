import { expect, it } from 'vitest'
import { optOutSchema, storedNames } from './opt-out-entry.ts'

const parse = (otherNames: string, name = 'Ana Ruiz') => optOutSchema.safeParse({ name, otherNames, reason: '' })

it('takes other names a line each, once', () => {
  expect(parse(' Annie \n\nNena\nAnnie').data?.otherNames).toEqual(['Annie', 'Nena'])
  expect(parse('').data?.otherNames).toEqual([])
})

it.each([['42', /“42” cannot be found/], ['x'.repeat(90), /at most 80 characters/], [Array.from({ length: 21 }, (_, index) => `Name ${'abcdefghijklmnopqrstu'[index]}`).join('\n'), /at most 20/], ['x'.repeat(2_001), /too long/]])('refuses %j', (text, message) => {
  expect(parse(text).error?.issues[0]?.message).toMatch(message)
})

it('refuses a name without letters', () => {
  expect(parse('', '4 2').error?.issues[0]?.path).toEqual(['name'])
})

it('reads stored names', () => {
  expect(storedNames('')).toEqual([])
  expect(storedNames('Annie\nNena')).toEqual(['Annie', 'Nena'])
})
