import { encode } from 'next-auth/jwt'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { changeRole, deactivate, makeResetLink } from '../staff/commands.ts'
import { done } from '../testing/builders.ts'
import { createUser, type TestUser } from '../testing/people.ts'
import { changeOwnPassword, signOutEverywhere } from './account.ts'
import { resetPassword } from './recovery.ts'
import { actorOfClaims, claimsFor } from './session-claims.ts'

const admin = (await createUser({ role: 'ADMIN', name: 'First Admin' })).actor
const tokenOf = (url: string) => url.split('/').at(-1) ?? ''

type Ending = (user: TestUser) => Promise<unknown>
const ENDINGS: Record<string, Ending> = {
  'a change of role': async ({ userId }) => done(await changeRole(admin, { userId, role: 'EDITOR' })),
  'a deactivation': async ({ userId }) => done(await deactivate(admin, { userId })),
  'a change of password': async ({ actor, password }) => done(await changeOwnPassword(actor, { current: password, password: 'another password' })),
  'a reset of the password': async ({ userId }) =>
    done(await resetPassword({ token: tokenOf(done(await makeResetLink(admin, { userId })).url), password: 'another password' })),
  'signing out everywhere': async ({ actor }) => done(await signOutEverywhere(actor)),
}

describe('a session', () => {
  it('names the person as the database has them now', async () => {
    const { userId, actor } = await createUser({ role: 'WRITER', name: 'Ana Ruiz' })
    const claims = await claimsFor(userId)
    expect(await actorOfClaims(claims)).toEqual(actor)
    await db().staffMember.update({ where: { id: actor.staffId }, data: { name: 'Ana Maria Ruiz' } })
    expect((await actorOfClaims(claims))?.name).toBe('Ana Maria Ruiz')
  })

  it.each(Object.entries(ENDINGS))('ends at the next request after %s', async (_, end) => {
    const user = await createUser({ role: 'WRITER' })
    const claims = await claimsFor(user.userId)
    expect(await actorOfClaims(claims)).not.toBeNull()
    await end(user)
    expect(await actorOfClaims(claims)).toBeNull()
  })

  it('does not end for anybody else', async () => {
    const [one, other] = [await createUser({ role: 'WRITER' }), await createUser({ role: 'WRITER' })]
    const claims = await claimsFor(other.userId)
    done(await signOutEverywhere(one.actor))
    expect(await actorOfClaims(claims)).not.toBeNull()
  })

  it('does not begin for a deactivated account', async () => {
    const user = await createUser({ role: 'WRITER' })
    done(await deactivate(admin, { userId: user.userId }))
    expect(await claimsFor(user.userId)).toBeNull()
  })

  it.each([
    null,
    undefined,
    {},
    'text',
    { userId: 'x', sessionVersion: 1 },
    { userId: admin.userId },
    { userId: admin.userId, sessionVersion: '1' },
    { userId: admin.userId, sessionVersion: 99 },
    { userId: '00000000-0000-4000-8000-000000000000', sessionVersion: 1 },
    { message: 'There was a problem with the server configuration.' },
  ])('is not made of %j', async (claims) => {
    expect(await actorOfClaims(claims)).toBeNull()
  })
})

describe('the events', () => {
  const eventsOf = (subjectId: string) =>
    db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: 'asc' }, select: { kind: true, actorId: true, data: true } })

  it('tell who changed a role, from what to what', async () => {
    const { userId } = await createUser({ role: 'WRITER' })
    done(await changeRole(admin, { userId, role: 'ADVISER' }))
    expect(await eventsOf(userId)).toEqual([{ kind: 'staff.roleChanged', actorId: admin.userId, data: { from: 'WRITER', to: 'ADVISER' } }])
  })

  it('tell how a password was changed, and hold no secret', async () => {
    const user = await createUser({ role: 'WRITER' })
    const { url } = done(await makeResetLink(admin, { userId: user.userId }))
    done(await resetPassword({ token: tokenOf(url), password: 'canary password' }))
    const events = await eventsOf(user.userId)
    expect(events.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ['staff.resetLinkMade', admin.userId],
      ['account.passwordChanged', user.userId],
    ])
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`canary|${tokenOf(url)}|@`))
  })
})

describe('changing one’s own password', () => {
  const change = (actor: Actor, current: string) => changeOwnPassword(actor, { current, password: 'another password' })

  it('needs the present one', async () => {
    const user = await createUser({ role: 'WRITER' })
    expect(await change(user.actor, 'a wrong guess')).toMatchObject({ ok: false, problems: [{ field: 'current' }] })
  })

  it('is limited', async () => {
    const user = await createUser({ role: 'WRITER' })
    for (let count = 0; count < 10; count++) await change(user.actor, 'a wrong guess')
    expect(JSON.stringify(await change(user.actor, user.password))).toContain('Too many tries')
  })

  it('is refused where there is none', async () => {
    const user = await createUser({ role: 'WRITER', password: null })
    expect((await change(user.actor, '')).ok).toBe(false)
  })

  it('lets only one of two at once through', async () => {
    const user = await createUser({ role: 'WRITER' })
    const results = await Promise.all([change(user.actor, user.password), change(user.actor, user.password)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

it('a token of another secret is none', async () => {
  const { decode } = await import('next-auth/jwt')
  const token = await encode({ token: { userId: admin.userId, sessionVersion: 1 }, secret: 'another secret of the same length' })
  await expect(decode({ token, secret: process.env.AUTH_SECRET ?? '' })).rejects.toThrow()
})
