import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { returnPath } from './return-path.ts'

const SITE = 'https://paper.school.test'

describe('returnPath', () => {
  it.each(['/', '/newsroom', '/newsroom/stories/1?tab=notes#last', '/news/a-story', '/newsroom/stories?from=%2Fx'])('keeps %s', (path) => {
    expect(returnPath(path)).toBe(path)
  })

  it.each([
    null,
    undefined,
    '',
    'newsroom',
    '//evil.test',
    '///evil.test',
    '//[',
    '/\\evil.test',
    '\\\\evil.test',
    'https:evil.test',
    'https://evil.test',
    'https://site@evil.test',
    'javascript:alert(1)',
    '/%5cevil.test',
    '/%2fevil.test',
    '/%2F%2Fevil.test',
    '/%252fevil.test',
    '/a/%2f/evil.test',
    '/..//evil.test',
    '/.//evil.test',
    '/a/..//evil.test',
    '\t//evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    '/%09/evil.test',
    '/%7f',
    '/a b',
    '/\u00a0',
    '/sign-in',
    '/sign-in?callbackUrl=/sign-in',
    '/Setup/abc',
    '/api/auth/signout',
    `/${'a'.repeat(2_001)}`,
  ])('refuses %j', (path) => {
    expect(returnPath(path)).toBe('/newsroom')
  })

  it('keeps pages whose names only begin like the pages of signing in', () => {
    expect(returnPath('/sign-in-sheet/x')).toBe('/sign-in-sheet/x')
  })

  it('never leaves the site, whatever it is given', () => {
    const nasty = fc.array(fc.constantFrom('/', '\\', '%2f', '%5C', '%25', '.', '..', '@', ':', '\t', '\n', ' ', '?', '#', 'evil.test', 'https:', 'javascript:', '\u0000', '\uff0f', 'é'))
    const any = fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' }), nasty.map((parts) => parts.join('')), nasty.map((parts) => `/${parts.join('')}`))
    fc.assert(
      fc.property(any, (value) => {
        const path = returnPath(value)
        expect(path.startsWith('/')).toBe(true)
        expect(path.startsWith('//')).toBe(false)
        expect(new URL(path, SITE).origin).toBe(SITE)
        expect(new URL(path, SITE).username).toBe('')
        expect(returnPath(path)).toBe(path)
      }),
      { numRuns: 2_000 },
    )
  })
})
