import { expect, test } from 'vitest'
import { fits, freeHandle, handleFor, mayLead, presentHandle } from './staff-address.ts'

test.each([
  ['Ana Ruiz', 'ana-ruiz'],
  ['Ana R.', 'ana-r'],
  ['王小明', 'person'],
  ['2026-27', 'person-2026-27'],
  ['2026 27', 'person-2026-27'],
])('%s lives at %s', (name, handle) => expect(handleFor(name)).toBe(handle))

test('an address fits its handle with or without a number', () => {
  expect([fits('ana-r', 'ana-r'), fits('ana-r-12', 'ana-r'), fits('ana-ruiz', 'ana-r'), fits('ana-r-b', 'ana-r'), fits('ana', 'ana-r')]).toEqual([true, true, false, false, false])
})

test('who comes second gets a number, and nobody a school year', () => {
  expect(freeHandle('ana-r', new Set())).toBe('ana-r')
  expect(freeHandle('ana-r', new Set(['ana-r', 'ana-r-2']))).toBe('ana-r-3')
  expect(freeHandle('2026', new Set(['2026', ...Array.from({ length: 8 }, (_, n) => `2026-${n + 2}`)]))).toBe('2026-100')
})

test('an address leads nowhere once it tells more than readers may see', () => {
  expect(mayLead({ form: 'FULL' }, 'FULL')).toBe(true)
  expect(mayLead({ form: 'SHORT' }, 'FULL')).toBe(true)
  expect(mayLead({ form: 'FULL' }, 'SHORT')).toBe(false)
  expect(mayLead({ form: 'SHORT' }, 'HIDDEN')).toBe(false)
})

test('links lead to the present address, if readers may know it', () => {
  const [old, now] = [{ handle: 'ana-r', form: 'SHORT', current: false } as const, { handle: 'ana-ruiz', form: 'FULL', current: true } as const]
  expect(presentHandle([old, now], 'FULL')).toBe('ana-ruiz')
  expect(presentHandle([old, now], 'SHORT')).toBeNull()
  expect(presentHandle([old], 'FULL')).toBeNull()
})
