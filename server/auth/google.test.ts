import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { deactivate } from '../staff/commands.ts'
import { invite } from '../staff/invitations.ts'
import { acceptInvitation } from '../staff/joining.ts'
import { done } from '../testing/builders.ts'
import { createUser } from '../testing/people.ts'
import { admitGoogle, userOfGoogle } from './google.ts'
import { authOptions } from './next-auth.ts'
import { signInWithPassword } from './sign-in.ts'

const admin = (await createUser({ role: 'ADMIN' })).actor
let subjects = 0
const fresh = () => `google-${(subjects += 1)}`
const profile = (email: string, change: Partial<Parameters<typeof admitGoogle>[0]> = {}) => ({ sub: fresh(), email, emailVerified: true, name: 'From Google', ...change })
const asWriter = { role: 'WRITER', position: 'Staff Writer', name: null } as const
const kindsOf = async (subjectId: string) =>
  (await db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)

beforeEach(() => env().ALLOWED_EMAIL_DOMAINS.splice(0))

describe('a Google account', () => {
  it('opens the account of its verified address, and is tied to it', async () => {
    const user = await createUser({ role: 'WRITER' })
    const google = profile(user.email.toUpperCase())
    expect(await admitGoogle(google)).toEqual({ ok: true, userId: user.userId })
    expect(await admitGoogle(google)).toEqual({ ok: true, userId: user.userId })
    expect(await userOfGoogle(google.sub)).toBe(user.userId)
    expect(await kindsOf(user.userId)).toEqual(['account.googleLinked'])
  })

  it.each([
    ['an address that Google has not verified', 'GoogleNotVerified', { emailVerified: false }],
    ['an address that is none', 'GoogleNotVerified', { email: '"x"@school.test, y@evil.test' }],
    ['an address that nobody invited', 'GoogleNotInvited', { email: 'nobody@school.test' }],
  ] as const)('is refused with %s', async (_, reason, change) => {
    const user = await createUser({ role: 'WRITER' })
    expect(await admitGoogle(profile(user.email, change))).toEqual({ ok: false, reason })
  })

  it('is refused for a deactivated account, tied or not', async () => {
    const user = await createUser({ role: 'WRITER' })
    const google = profile(user.email)
    await admitGoogle(google)
    done(await deactivate(admin, { userId: user.userId }))
    expect(await admitGoogle(google)).toEqual({ ok: false, reason: 'GoogleNotInvited' })
    expect(await admitGoogle(profile(user.email))).toEqual({ ok: false, reason: 'GoogleNotInvited' })
  })

  it('is refused when it is tied to another user, or the user to another one', async () => {
    const [one, other] = [await createUser({ role: 'WRITER' }), await createUser({ role: 'WRITER' })]
    const google = profile(one.email)
    await admitGoogle(google)
    expect(await admitGoogle({ ...google, email: other.email })).toEqual({ ok: false, reason: 'GoogleOtherAccount' })
    expect(await admitGoogle({ ...google, email: 'moved@school.test' })).toEqual({ ok: false, reason: 'GoogleOtherAccount' })
    expect(await admitGoogle(profile(one.email))).toEqual({ ok: false, reason: 'GoogleOtherAccount' })
  })

  it('accepts an open invitation: an account without a password', async () => {
    const { url } = done(await invite(admin, { ...asWriter, email: 'invited@school.test' }))
    const google = profile('invited@school.test')
    const admission = await admitGoogle(google)
    if (!admission.ok) throw new Error(admission.reason)
    const user = await db().user.findUniqueOrThrow({ where: { id: admission.userId }, select: { role: true, passwordHash: true, staff: { select: { name: true } } } })
    expect(user).toEqual({ role: 'WRITER', passwordHash: null, staff: { name: 'From Google' } })
    expect(await kindsOf(admission.userId)).toEqual(['staff.joined', 'account.googleLinked'])
    expect((await acceptInvitation({ token: url.split('/').at(-1) ?? '', name: 'X', password: 'another password' })).ok).toBe(false)
    expect((await signInWithPassword({ email: 'invited@school.test', password: '' }, '192.0.2.1')).outcome).toBe('wrong')
  })

  it('accepts it once, of two at once', async () => {
    done(await invite(admin, { ...asWriter, email: 'twice@school.test' }))
    const google = profile('twice@school.test')
    const results = await Promise.allSettled([admitGoogle(google), admitGoogle(google)])
    expect(results.filter((one) => one.status === 'fulfilled' && one.value.ok)).not.toHaveLength(0)
    expect(await db().user.count({ where: { email: 'twice@school.test' } })).toBe(1)
  })

  it('does not accept one that is over', async () => {
    done(await invite(admin, { ...asWriter, email: 'late@school.test' }))
    await db().oneTimeLink.updateMany({ where: { email: 'late@school.test' }, data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect(await admitGoogle(profile('late@school.test'))).toEqual({ ok: false, reason: 'GoogleNotInvited' })
  })

  it('needs a name from somewhere', async () => {
    done(await invite(admin, { ...asWriter, email: 'nameless@school.test' }))
    expect(await admitGoogle(profile('nameless@school.test', { name: '' }))).toEqual({ ok: false, reason: 'GoogleNeedsName' })
    expect(await db().user.count({ where: { email: 'nameless@school.test' } })).toBe(0)
  })
})

describe('ALLOWED_EMAIL_DOMAINS', () => {
  it('is a further gate, compared whole', async () => {
    const inside = await createUser({ role: 'WRITER', email: 'a@school.test' })
    const outside = await createUser({ role: 'WRITER', email: 'a@evilschool.test' })
    const below = await createUser({ role: 'WRITER', email: 'a@school.test.evil.test' })
    env().ALLOWED_EMAIL_DOMAINS.push('school.test')
    expect((await admitGoogle(profile(inside.email))).ok).toBe(true)
    expect((await admitGoogle(profile(outside.email))).ok).toBe(false)
    expect((await admitGoogle(profile(below.email))).ok).toBe(false)
    expect((await admitGoogle(profile('b@school.test'))).ok).toBe(false)
    expect(await invite(admin, { ...asWriter, email: 'b@evilschool.test' })).toMatchObject({ ok: false, problems: [{ field: 'email' }] })
    expect((await invite(admin, { ...asWriter, email: 'b@school.test' })).ok).toBe(true)
  })
})

it('next-auth asks for the decision and sends refused people back with the reason', async () => {
  const callbacks = authOptions().callbacks
  const account = { provider: 'google', providerAccountId: 'sub', type: 'oauth' } as const
  const given = (email: string, verified: unknown) => ({ sub: 'sub-next-auth', email, email_verified: verified, name: 'X' })
  const user = await createUser({ role: 'WRITER' })
  expect(await callbacks?.signIn?.({ user: { id: '' }, account, profile: given(user.email, true) })).toBe(true)
  expect(await callbacks?.signIn?.({ user: { id: '' }, account, profile: given(user.email, 'false') })).toBe('http://localhost:3000/sign-in?error=GoogleNotVerified')
  expect(await callbacks?.signIn?.({ user: { id: '' }, account: null })).toBe(false)
  const token = await callbacks?.jwt?.({ token: { name: 'X', email: user.email }, user: { id: 'other' }, account: { ...account, providerAccountId: 'sub-next-auth' }, trigger: 'signIn' })
  expect(token).toEqual({ userId: user.userId, sessionVersion: 1 })
})
