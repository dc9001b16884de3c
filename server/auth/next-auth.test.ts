import NextAuth from 'next-auth'
import { decode } from 'next-auth/jwt'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createUser } from '../testing/people.ts'
import { POST, withWait } from './handler.ts'
import { authOptions } from './next-auth.ts'
import { actorOfClaims } from './session-claims.ts'

process.env.NEXTAUTH_URL = 'http://localhost:3000/api/auth'

type Sent = { action: string; provider?: string; method?: 'GET' | 'POST'; body?: Record<string, string>; cookies?: Record<string, string>; address?: string; query?: Record<string, string> }
type Answer = { status: number; headers: Map<string, string | string[]>; body: unknown }

/** next-auth itself, called as a plain Node handler. */
async function call({ action, provider, method = 'GET', body = {}, cookies = {}, address = '192.0.2.1', query = {} }: Sent): Promise<Answer> {
  const answer: Answer = { status: 0, headers: new Map(), body: null }
  const response = {
    status: (code: number) => ((answer.status = code), response),
    setHeader: (name: string, value: string | string[]) => (answer.headers.set(name.toLowerCase(), value), response),
    getHeader: (name: string) => answer.headers.get(name.toLowerCase()),
    json: (value: unknown) => (answer.body = value),
    send: (value: unknown) => (answer.body = value),
    end: () => undefined,
  }
  const nextauth = provider === undefined ? [action] : [action, provider]
  const request = { query: { ...query, nextauth }, body, cookies, method, headers: { 'x-real-ip': address } }
  await Reflect.apply(NextAuth, null, [request, response, authOptions()])
  return answer
}

const cookiesOf = (answer: Answer) => [answer.headers.get('set-cookie') ?? []].flat()
const valueOf = (answer: Answer, name: string) => decodeURIComponent(new RegExp(`^${name}=([^;]*)`).exec(cookiesOf(answer).find((cookie) => cookie.startsWith(`${name}=`)) ?? '')?.[1] ?? '')

async function signIn(email: string, password: string, more: Partial<Sent> = {}, callbackUrl = '/newsroom'): Promise<Answer> {
  const csrf = await call({ action: 'csrf' })
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(csrf.body)
  const cookies = { 'fourth-period.csrf-token': valueOf(csrf, 'fourth-period.csrf-token') }
  return call({ action: 'callback', provider: 'password', method: 'POST', body: { csrfToken, email, password, json: 'true', callbackUrl }, cookies, ...more })
}

describe('signing in through next-auth', () => {
  it('gives a cookie that scripts and other sites cannot use, with nothing in it but who and which version', async () => {
    const user = await createUser({ role: 'EDITOR' })
    const answer = await signIn(user.email, user.password)
    expect(answer.status).toBe(200)
    const cookie = cookiesOf(answer).find((one) => one.startsWith('fourth-period.session=')) ?? ''
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Path=\//i)
    expect(cookie).not.toMatch(/; Domain/i)
    const claims = await decode({ token: valueOf(answer, 'fourth-period.session'), secret: process.env.AUTH_SECRET ?? '' })
    expect(Object.keys(claims ?? {}).toSorted()).toEqual(['exp', 'iat', 'jti', 'sessionVersion', 'userId'])
    expect(await actorOfClaims(claims)).toEqual(user.actor)
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const user = await createUser({ role: 'EDITOR' })
    const [wrong, unknown] = [await signIn(user.email, 'no'), await signIn('nobody@school.test', 'no')]
    expect(wrong.status).toBe(401)
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body])
    expect(cookiesOf(wrong).join()).not.toContain('fourth-period.session')
  })

  it('says how long to wait over the limit', async () => {
    const user = await createUser({ role: 'EDITOR' })
    for (let count = 0; count < 10; count++) await signIn(user.email, 'no', { address: '192.0.2.9' })
    const stopped = await signIn(user.email, user.password, { address: '192.0.2.9' })
    expect(stopped.status).toBe(401)
    expect(JSON.stringify(stopped.body)).toMatch(/error=TooManyTries-\d+/)
  })

  it('does nothing without the csrf token', async () => {
    const user = await createUser({ role: 'EDITOR' })
    const answer = await call({ action: 'callback', provider: 'password', method: 'POST', body: { email: user.email, password: user.password } })
    expect(cookiesOf(answer).join()).not.toContain('fourth-period.session')
  })

  it.each(['https://evil.test/x', '//evil.test', '/\\evil.test', 'https://localhost:3000@evil.test/', 'http://localhost:3000.evil.test/', 'javascript:alert(1)'])(
    'never leads to %s',
    async (callbackUrl) => {
      const user = await createUser({ role: 'EDITOR' })
      const { body } = await signIn(user.email, user.password, {}, callbackUrl)
      expect(JSON.stringify(body ?? null)).not.toContain('evil')
      expect(JSON.stringify(body ?? null)).not.toContain('javascript')
    },
  )

  it('keeps a path of this site', async () => {
    const user = await createUser({ role: 'EDITOR' })
    const { body } = await signIn(user.email, user.password, {}, 'http://localhost:3000/newsroom/stories?tab=notes')
    expect(body).toEqual({ url: 'http://localhost:3000/newsroom/stories?tab=notes' })
  })

  it('tells nobody anything about a session, and ends one that is over', async () => {
    const user = await createUser({ role: 'EDITOR' })
    const token = valueOf(await signIn(user.email, user.password), 'fourth-period.session')
    const cookies = { 'fourth-period.session': token }
    const alive = await call({ action: 'session', cookies })
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(alive.body))).toEqual(['expires'])
    const { signOutEverywhere } = await import('./account.ts')
    await signOutEverywhere(user.actor)
    const over = await call({ action: 'session', cookies })
    expect(over.body).toEqual({})
    expect(cookiesOf(over).find((one) => one.startsWith('fourth-period.session='))).toMatch(/^fourth-period\.session=;/)
  })

  it.each(['signin', 'signout', 'error', 'verify-request'])('never shows a page of its own for %s', async (action) => {
    const answer = await call({ action })
    expect(answer.status).toBe(302)
    expect(String(answer.headers.get('location'))).toMatch(/^(http:\/\/localhost:3000)?\/(sign-in|newsroom)/)
  })

  it('has no Google without its settings', async () => {
    const { body } = await call({ action: 'providers' })
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(body))).toEqual(['password'])
  })
})

describe('the route', () => {
  const context = { params: Promise.resolve({ nextauth: ['callback', 'password'] }) }
  const origins: [string, HeadersInit][] = [
    ['a foreign', { origin: 'https://evil.test' }],
    ['a null', { origin: 'null' }],
    ['no', {}],
  ]
  it.each(origins)('refuses a POST with %s Origin', async (_, headers) => {
    const answer = await POST(new Request('http://localhost:3000/api/auth/callback/password', { method: 'POST', headers, body: 'x' }), context)
    expect(answer.status).toBe(403)
  })

  it('answers 429 with the time to wait when a limit is reached, and nothing else differently', async () => {
    const stopped = await withWait(Response.json({ url: 'http://localhost:3000/sign-in?error=TooManyTries-120' }, { status: 401 }))
    expect([stopped.status, stopped.headers.get('retry-after')]).toEqual([429, '120'])
    expect(await stopped.json()).toEqual({ url: 'http://localhost:3000/sign-in?error=TooManyTries-120' })
    const plain = new Response(null, { status: 401, headers: { location: '/sign-in?error=TooManyTries-9' } })
    expect((await withWait(plain)).headers.get('retry-after')).toBe('9')
    const wrong = Response.json({ url: 'http://localhost:3000/sign-in?error=CredentialsSignin' }, { status: 401 })
    expect(await withWait(wrong)).toBe(wrong)
    const right = Response.json({ url: 'TooManyTries-1' })
    expect(await withWait(right)).toBe(right)
  })
})
