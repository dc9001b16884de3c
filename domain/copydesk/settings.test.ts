import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, levelOf } from './settings.ts'

const rule = { id: 'said', defaultLevel: 'ADVISORY' } as const

test('a rule has its own level, then the paper’s, then the section’s', () => {
  expect(levelOf(rule, 'news', DEFAULT_SETTINGS)).toBe('ADVISORY')
  expect(levelOf(rule, 'news', { paper: { said: 'OFF' }, sections: {} })).toBe('OFF')
  const settings = { paper: { said: 'OFF' }, sections: { news: { said: 'BLOCKING' }, arts: {} } } as const
  expect([levelOf(rule, 'news', settings), levelOf(rule, 'arts', settings), levelOf(rule, 'sports', settings), levelOf(rule, null, settings)]).toEqual(['BLOCKING', 'OFF', 'OFF', 'OFF'])
})

test('a section called "constructor" has no settings by that', () => {
  expect(levelOf(rule, 'constructor', DEFAULT_SETTINGS)).toBe('ADVISORY')
  expect(levelOf({ ...rule, id: 'toString' }, null, DEFAULT_SETTINGS)).toBe('ADVISORY')
})
