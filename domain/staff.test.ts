import { describe, expect, it } from 'vitest'
import { acceptSchema, inviteSchema, linkTokenSchema, positionSchema, setupSchema, tooManyTries } from './staff.ts'

const token = 'A'.repeat(43)

describe('tooManyTries', () => {
  it.each([
    [0, 'a minute'],
    [1, 'a minute'],
    [60, 'a minute'],
    [61, '2 minutes'],
    [3_600, '60 minutes'],
  ])('after %d seconds says %s', (seconds, words) => {
    expect(tooManyTries(seconds)).toBe(`Too many tries. Wait ${words}, then try again.`)
  })
})

describe('inviteSchema', () => {
  const given = { email: 'Ana@School.org', role: 'WRITER', position: ' Staff Writer ', name: '' }
  it('keeps what is needed and takes an empty name as none', () => {
    expect(inviteSchema.parse({ ...given, userId: 'x', sessionVersion: 3 })).toEqual({ email: 'ana@school.org', role: 'WRITER', position: 'Staff Writer', name: null })
    expect(inviteSchema.parse({ ...given, name: ' Ana ' }).name).toBe('Ana')
  })
  it.each([{ role: 'OWNER' }, { position: '' }, { position: 'x\ny' }, { position: 'x'.repeat(61) }, { name: '<b>' }, { email: 'ana' }])('refuses %j', (change) => {
    expect(inviteSchema.safeParse({ ...given, ...change }).success).toBe(false)
  })
})

describe('linkTokenSchema', () => {
  it.each(['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}/`, `${'A'.repeat(42)}\n`])('refuses %j', (given) => {
    expect(linkTokenSchema.safeParse(given).success).toBe(false)
  })
  it('takes what links are made of', () => expect(linkTokenSchema.parse(`_-${'a9'.repeat(20)}Z`)).toHaveLength(43))
})

it('an acceptance cannot choose its role or address', () => {
  const accepted = acceptSchema.parse({ token, name: 'Ana', password: 'a good password', role: 'ADMIN', email: 'x@y.zz' })
  expect(accepted).toEqual({ token, name: 'Ana', password: 'a good password' })
})

it('a setup names everything', () => {
  const form = { token, paperName: 'The Light', motto: '', timeZone: 'America/Chicago', name: 'Ana', email: 'ana@school.org', password: 'a good password' }
  expect(setupSchema.parse(form)).toEqual(form)
  expect(setupSchema.safeParse({ ...form, timeZone: 'Mars/Base' }).success).toBe(false)
})

it('a position is text', () => expect(positionSchema.parse('Photo Editor')).toBe('Photo Editor'))
