import { describe, expect, it } from 'vitest'
import { ROLES, type Actor, type Role } from '#domain/people.ts'
import { decideOnStaff } from '#domain/policy.ts'
import { schoolYear } from '#domain/school-year.ts'
import { actorOfClaims, claimsFor } from '../auth/session-claims.ts'
import { db } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { done } from '../testing/builders.ts'
import { createUser } from '../testing/people.ts'
import { changeByline } from './byline.ts'
import { changeRole, deactivate, makeResetLink, reactivate } from './commands.ts'
import { invite, revokeInvitation } from './invitations.ts'
import { acceptInvitation } from './joining.ts'
import { openInvitations, rolesToInvite, staffList } from './queries.ts'

let addresses = 0
const address = () => `invited-${(addresses += 1)}@school.test`
const tokenOf = (url: string) => url.split('/').at(-1) ?? ''
const PASSWORD = 'another password'
const make = async (role: Role) => (await createUser({ role })).actor
const standing = ({ userId }: Actor) => db().user.findUniqueOrThrow({ where: { id: userId }, select: { role: true, deactivatedAt: true } })

describe('an invitation', () => {
  it('makes an account with the role and position that were given, once', async () => {
    const adviser = await make('ADVISER')
    const email = address()
    const { url } = done(await invite(adviser, { email, role: 'EDITOR', position: 'Photo Editor', name: null }))
    expect(url).toMatch(/^http:\/\/localhost:3000\/sign-in\/invitation\/[A-Za-z0-9_-]{43}$/)
    const { userId } = done(await acceptInvitation({ token: tokenOf(url), name: 'Ana Ruiz', password: PASSWORD }))
    const user = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true, role: true, staff: { select: { handle: true, memberships: { select: { schoolYear: true, position: true } } } } } })
    const memberships = [{ schoolYear: schoolYear(new Date(), 'America/Los_Angeles'), position: 'Photo Editor' }]
    expect(user).toEqual({ email, role: 'EDITOR', staff: { handle: 'ana-ruiz', memberships } })
    expect((await acceptInvitation({ token: tokenOf(url), name: 'Ana Ruiz', password: PASSWORD })).ok).toBe(false)
    const events = await db().auditEvent.findMany({ where: { OR: [{ actorId: adviser.userId }, { actorId: userId }] }, orderBy: { id: 'asc' }, select: { kind: true, data: true } })
    expect(events.map(({ kind }) => kind)).toEqual(['staff.invited', 'staff.joined'])
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`@|${tokenOf(url)}`))
  })

  it('is accepted by one of two at once', async () => {
    const admin = await make('ADMIN')
    const { url } = done(await invite(admin, { email: address(), role: 'WRITER', position: 'Staff Writer', name: null }))
    const results = await Promise.all([1, 2, 3].map(() => acceptInvitation({ token: tokenOf(url), name: 'Twin', password: PASSWORD })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('gives people of one name different handles, also at once', async () => {
    const admin = await make('ADMIN')
    const urls = []
    for (let count = 0; count < 3; count++) urls.push(done(await invite(admin, { email: address(), role: 'WRITER', position: 'Staff Writer', name: null })).url)
    await Promise.all(urls.map((url) => acceptInvitation({ token: tokenOf(url), name: 'Sam Oduya', password: PASSWORD })))
    const handles = await db().staffMember.findMany({ where: { name: 'Sam Oduya' }, orderBy: { handle: 'asc' }, select: { handle: true } })
    expect(handles.map(({ handle }) => handle)).toEqual(['sam-oduya', 'sam-oduya-2', 'sam-oduya-3'])
  })

  it('may be made for just the roles that the policy says, by just those', async () => {
    for (const by of ROLES) {
      const actor = await make(by)
      for (const role of ROLES) {
        const allowed = decideOnStaff(by, 'invite', { isSelf: false, targetRole: role }).allowed
        expect((await invite(actor, { email: address(), role, position: 'X', name: null })).ok, `${by} invites ${role}`).toBe(allowed)
        expect(rolesToInvite(actor).includes(role)).toBe(allowed)
      }
    }
  })

  it('is refused for an address with an account, active or not', async () => {
    const admin = await make('ADMIN')
    const user = await createUser({ role: 'WRITER' })
    const given = { email: user.email, role: 'WRITER', position: 'X', name: null } as const
    expect(await invite(admin, given)).toMatchObject({ ok: false, problems: [{ field: 'email' }] })
    done(await deactivate(admin, { userId: user.userId }))
    expect(JSON.stringify(await invite(admin, given))).toContain('Reactivate')
  })

  it('is replaced by a newer one, and can be revoked', async () => {
    const admin = await make('ADMIN')
    const given = { email: address(), role: 'WRITER', position: 'X', name: null } as const
    const older = done(await invite(admin, given))
    const newer = done(await invite(admin, given))
    expect((await acceptInvitation({ token: tokenOf(older.url), name: 'X', password: PASSWORD })).ok).toBe(false)
    const open = (await openInvitations(admin)).filter(({ email }) => email === given.email)
    expect(open).toHaveLength(1)
    const invitationId = open[0]?.id ?? ''
    expect((await revokeInvitation(await make('EDITOR'), { invitationId })).ok).toBe(false)
    done(await revokeInvitation(admin, { invitationId }))
    expect((await revokeInvitation(admin, { invitationId })).ok).toBe(false)
    expect((await acceptInvitation({ token: tokenOf(newer.url), name: 'X', password: PASSWORD })).ok).toBe(false)
    expect((await openInvitations(admin)).some(({ email }) => email === given.email)).toBe(false)
  })

  it('is shown to nobody who could not have made it', async () => {
    const admin = await make('ADMIN')
    done(await invite(admin, { email: address(), role: 'ADMIN', position: 'X', name: null }))
    expect((await openInvitations(await make('ADVISER'))).some(({ role }) => role === 'ADMIN')).toBe(false)
    expect(await openInvitations(await make('EDITOR'))).toEqual([])
  })
})

describe('an account', () => {
  it('is managed by just those whom the policy lets', async () => {
    for (const by of ROLES) {
      for (const from of ROLES) {
        for (const to of ROLES.filter((role) => role !== from)) {
          const [actor, target] = [await make(by), await make(from)]
          const on = { isSelf: false, targetRole: from }
          const mayChange = decideOnStaff(by, 'manageAccount', { ...on, newRole: to }).allowed
          expect((await changeRole(actor, { userId: target.userId, role: to })).ok, `${by}: ${from} to ${to}`).toBe(mayChange)
          expect((await standing(target)).role).toBe(mayChange ? to : from)
        }
        const [actor, target] = [await make(by), await make(from)]
        const mayManage = decideOnStaff(by, 'manageAccount', { isSelf: false, targetRole: from }).allowed
        expect((await deactivate(actor, { userId: target.userId })).ok, `${by} deactivates ${from}`).toBe(mayManage)
        expect((await standing(target)).deactivatedAt !== null).toBe(mayManage)
        expect((await reactivate(actor, { userId: target.userId })).ok).toBe(mayManage)
        expect((await makeResetLink(actor, { userId: target.userId })).ok).toBe(by === 'ADMIN')
      }
    }
  })

  it('is never one’s own, nor one that is not there', async () => {
    const admin = await make('ADMIN')
    expect((await changeRole(admin, { userId: admin.userId, role: 'WRITER' })).ok).toBe(false)
    expect((await deactivate(admin, { userId: admin.userId })).ok).toBe(false)
    const userId = '00000000-0000-4000-8000-000000000000'
    for (const result of [await changeRole(admin, { userId, role: 'EDITOR' }), await deactivate(admin, { userId }), await makeResetLink(admin, { userId })]) {
      expect(JSON.stringify(result)).toContain('no such account')
    }
  })

  it('comes back from a deactivation with a sign-in, but not with its old sessions', async () => {
    const admin = await make('ADMIN')
    const user = await createUser({ role: 'WRITER' })
    const claims = await claimsFor(user.userId)
    done(await deactivate(admin, { userId: user.userId }))
    expect(await makeResetLink(admin, { userId: user.userId })).toMatchObject({ ok: false })
    done(await reactivate(admin, { userId: user.userId }))
    expect(await actorOfClaims(claims)).toBeNull()
    expect(await actorOfClaims(await claimsFor(user.userId))).toEqual(user.actor)
    const kinds = (await db().auditEvent.findMany({ where: { subjectId: user.userId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
    expect(kinds).toEqual(['staff.deactivated', 'staff.reactivated'])
  })

  it('is not changed by somebody whose own role was taken meanwhile', async () => {
    const [admin, former, target] = [await make('ADMIN'), await make('ADMIN'), await make('WRITER')]
    done(await changeRole(admin, { userId: former.userId, role: 'WRITER' }))
    expect((await changeRole(former, { userId: target.userId, role: 'ADMIN' })).ok).toBe(false)
    done(await deactivate(admin, { userId: former.userId }))
    expect(JSON.stringify(await invite(former, { email: address(), role: 'WRITER', position: 'X', name: null }))).toContain('signed out')
  })
})

describe('the last admin', () => {
  it('stays, even when two admins remove each other at once', async () => {
    for (let round = 0; round < 6; round++) {
      const [one, other] = [await make('ADMIN'), await make('ADMIN')]
      await db().user.updateMany({ where: { role: 'ADMIN', id: { notIn: [one.userId, other.userId] } }, data: { role: 'WRITER' } })
      const remove = round % 2 === 0 ? (by: Actor, userId: string) => deactivate(by, { userId }) : (by: Actor, userId: string) => changeRole(by, { userId, role: 'EDITOR' })
      const results = await Promise.all([remove(one, other.userId), remove(other, one.userId)])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await db().user.count({ where: { role: 'ADMIN', deactivatedAt: null } })).toBe(1)
    }
  })
})

describe('a byline', () => {
  it('is changed by its owner in form only, and touches everything that shows it', async () => {
    const writer = await make('WRITER')
    const changed = await changeByline(writer, { staffId: writer.staffId, bylineForm: 'SHORT' })
    expect(done(changed).tags).toEqual([tags.author(writer.staffId), tags.mastheads(), tags.media()])
    expect(done(await changeByline(writer, { staffId: writer.staffId, bylineForm: 'SHORT' })).tags).toEqual([])
    expect((await changeByline(writer, { staffId: writer.staffId, name: 'The Principal', bylineForm: 'SHORT' })).ok).toBe(false)
    const staff = await db().staffMember.findUniqueOrThrow({ where: { id: writer.staffId }, select: { name: true, bylineForm: true } })
    expect(staff).toEqual({ name: writer.name, bylineForm: 'SHORT' })
    const events = await db().auditEvent.findMany({ where: { subjectId: writer.staffId }, select: { kind: true, data: true } })
    expect(events).toEqual([{ kind: 'staff.bylineFormChanged', data: { from: 'FULL', to: 'SHORT', renamed: false } }])
  })

  it('of others is changed by advisers and admins only, names too', async () => {
    const writer = await make('WRITER')
    for (const role of ['WRITER', 'EDITOR'] as const) {
      expect((await changeByline(await make(role), { staffId: writer.staffId, bylineForm: 'HIDDEN' })).ok).toBe(false)
    }
    const changed = await changeByline(await make('ADVISER'), { staffId: writer.staffId, name: 'New Name', bylineForm: 'HIDDEN' })
    expect(done(changed).tags).toEqual([tags.author(writer.staffId), tags.mastheads(), tags.media()])
    expect((await changeByline(await make('ADMIN'), { staffId: '00000000-0000-4000-8000-000000000000', bylineForm: 'HIDDEN' })).ok).toBe(false)
  })
})

describe('the staff list', () => {
  it('shows addresses only to those who manage the account, and to oneself', async () => {
    const [writer, adviser] = [await createUser({ role: 'WRITER' }), await createUser({ role: 'ADVISER' })]
    const seenBy = async (actor: Actor) => new Map((await staffList(actor)).map((line) => [line.userId, line]))
    const byWriter = await seenBy(writer.actor)
    expect(byWriter.get(writer.userId)?.email).toBe(writer.email)
    expect([...byWriter.values()].filter(({ email }) => email !== null)).toHaveLength(1)
    const byAdviser = await seenBy(adviser.actor)
    expect(byAdviser.get(writer.userId)).toMatchObject({ email: writer.email, may: { manage: true, roles: ['WRITER', 'EDITOR'], makeResetLink: false } })
    const otherAdviser = await createUser({ role: 'ADVISER' })
    expect((await seenBy(adviser.actor)).get(otherAdviser.userId)).toMatchObject({ email: null, may: { manage: false, roles: [] } })
  })
})
