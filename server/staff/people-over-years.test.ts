import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { BYLINE_FORMS, ROLES, type Actor } from '#domain/people.ts'
import { decide, decideOnStaff } from '#domain/policy.ts'
import { schoolYear } from '#domain/school-year.ts'
import { db } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { deleteAsset } from '../media/remove.ts'
import { readMasthead } from './masthead.ts'
import { tags } from '../stories/cache.ts'
import { readAddress } from '../stories/reader-views.ts'
import { newsroomStory } from '../stories/queries.ts'
import { aSection, aStory, anActor, done } from '../testing/builders.ts'
import { frontCards } from '../testing/front.ts'
import { createUser } from '../testing/people.ts'
import { changeByline } from './byline.ts'
import { checkList, inviteList } from './invite-list.ts'
import { changeNamingPolicy, namingPolicy } from './naming.ts'
import { changePosition } from './positions.ts'
import { changeProfile, profileOf } from './profile.ts'
import { staffList } from './queries.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'
const YEAR = schoolYear(new Date(), 'America/Los_Angeles')
const OPEN = { nameForm: 'FULL', namesWithPictures: true, absentDays: 3 } as const
/** A picture that `actor` made, ready and with rights; nothing but its row. */
async function anAsset(actor: Actor, change: Partial<Prisma.MediaAssetUncheckedCreateInput>): Promise<string> {
  const made = { rights: 'STAFF', makerKind: 'STAFF', makerName: actor.name, makerStaffId: actor.staffId } as const
  const row = { status: 'READY', originalKey: randomUUID(), fileName: 'a.jpg', width: 9, height: 6, bytes: 1, uploadedById: actor.userId } as const
  return (await db().mediaAsset.create({ data: { ...row, ...made, ...change }, select: { id: true } })).id
}
const words = (result: object) => JSON.stringify(result)

beforeEach(async () => {
  const admin = await anActor('ADMIN')
  done(await changeNamingPolicy(admin, OPEN))
})

describe('a pasted list', () => {
  it('tells good lines, bad ones and people who are here apart, and sends nothing', async () => {
    const adviser = await anActor('ADVISER')
    const [here, gone] = [await createUser({ role: 'WRITER' }), await createUser({ role: 'WRITER' })]
    await db().user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } })
    const text = ['Name,E-mail,Role', 'New One,new-one@school.test,Editor', `Here,${here.email}`, `Gone,${gone.email}`, 'Boss,boss@school.test,Admin', 'Twice,new-one@school.test', 'No address'].join('\n')
    const { list } = done(await checkList(adviser, { text }))
    expect(list.good).toMatchObject([{ line: 2, person: { email: 'new-one@school.test', role: 'EDITOR' }, again: false }])
    expect(list.here).toMatchObject([{ line: 3, reason: 'On staff already.' }, { line: 4, reason: expect.stringContaining('Reactivate') }])
    expect(list.bad).toMatchObject([{ line: 5, reason: 'You cannot invite somebody as Admin.' }, { line: 6, reason: 'The same e-mail address as in line 2.' }, { line: 7, reason: 'The e-mail address is missing.' }])
    expect(await db().oneTimeLink.count({ where: { email: 'new-one@school.test' } })).toBe(0)
  })

  it('is invited whole once it was seen, and again without a second open link', async () => {
    const adviser = await anActor('ADVISER')
    const emails = Array.from({ length: 300 }, (_, index) => `list-${index}@school.test`)
    const text = emails.join('\n')
    expect(done(await inviteList(adviser, { text, emails })).invitations).toHaveLength(300)
    expect(done(await checkList(adviser, { text })).list.good.every(({ again }) => again)).toBe(true)
    done(await inviteList(adviser, { text, emails }))
    expect(await db().oneTimeLink.count({ where: { email: { in: emails }, revokedAt: null } })).toBe(300)
    expect(await db().auditEvent.count({ where: { actorId: adviser.userId, kind: 'staff.invited' } })).toBe(600)
  })

  it('invites nobody where it reads differently than it was seen, or for whom it may not', async () => {
    const adviser = await anActor('ADVISER')
    const [text, emails] = ['seen@school.test\nlater@school.test', ['seen@school.test', 'later@school.test']]
    await createUser({ role: 'WRITER', email: 'later@school.test' })
    expect(words(await inviteList(adviser, { text, emails }))).toContain('changed meanwhile')
    expect(words(await inviteList(adviser, { text: 'later@school.test', emails: [] }))).toContain('Nobody in this list')
    for (const role of ['WRITER', 'EDITOR'] as const) {
      const actor = await anActor(role)
      expect((await checkList(actor, { text })).ok).toBe(false)
      expect((await inviteList(actor, { text: 'seen@school.test', emails: ['seen@school.test'] })).ok).toBe(false)
    }
    expect(await db().oneTimeLink.count({ where: { email: 'seen@school.test' } })).toBe(0)
  })
})

describe('how names are shown', () => {
  it('follows the stricter of paper and person, on old stories at once', async () => {
    const story = await aStory('LIVE')
    await db().staffMember.update({ where: { id: story.writer.staffId }, data: { name: 'Ana Ruiz' } })
    const { cards } = await frontCards()
    const path = cards.find(({ headline }) => headline === story.content.headline)?.path.split('/') ?? []
    const shown = async () => {
      const { answer } = await readAddress(path[1] ?? '', path[2] ?? '')
      return answer.kind === 'story' ? answer.story.bylines.map(({ name }) => name) : null
    }
    const admin = await anActor('ADMIN')
    for (const nameForm of ['FULL', 'SHORT'] as const) {
      done(await changeNamingPolicy(admin, { ...OPEN, nameForm }))
      for (const form of BYLINE_FORMS) {
        await db().staffMember.update({ where: { id: story.writer.staffId }, data: { bylineForm: form } })
        expect(await shown(), `${nameForm} ${form}`).toEqual(form === 'HIDDEN' ? [] : [form === 'FULL' && nameForm === 'FULL' ? 'Ana Ruiz' : 'Ana R.'])
      }
    }
  })

  it('reaches the credits of pictures made by staff, and tags the page with them', async () => {
    const maker = await anActor('WRITER', 'Lee Park')
    const assetId = await anAsset(maker, {})
    const story = await aStory('LIVE', { lead: { assetId, caption: 'A dog', alt: 'A brown dog', credit: 'Lee Park / The Light' } })
    await changeByline(maker, { staffId: maker.staffId, bylineForm: 'SHORT' })
    const { cards, shown } = await frontCards()
    expect(cards.find(({ headline }) => headline === story.content.headline)?.lead?.credit).toBe('Lee P. / The Light')
    expect(shown.staffIds).toContain(maker.staffId)
  })

  it('is made less by an adviser, and more by its bearer alone', async () => {
    const [writer, adviser, admin] = [await anActor('WRITER'), await anActor('ADVISER'), await anActor('ADMIN')]
    const change = (by: typeof writer, bylineForm: 'FULL' | 'SHORT' | 'HIDDEN') => changeByline(by, { staffId: writer.staffId, bylineForm })
    done(await change(adviser, 'SHORT'))
    for (const by of [adviser, admin]) expect(words(await change(by, 'FULL'))).toContain('Only they themselves')
    done(await changeByline(adviser, { staffId: writer.staffId, name: 'New Name', bylineForm: 'SHORT' }))
    done(await change(admin, 'HIDDEN'))
    done(await change(writer, 'FULL'))
  })

  it('is set by an admin, on record, and never to hidden', async () => {
    for (const role of ROLES) {
      const actor = await anActor(role)
      expect((await changeNamingPolicy(actor, { ...OPEN, nameForm: 'SHORT' })).ok, role).toBe(decide(role, 'changeSettings').allowed)
      expect((await namingPolicy(actor)).nameForm).toBe(role === 'ADMIN' ? 'SHORT' : 'FULL')
    }
    const event = await db().auditEvent.findFirst({ where: { kind: 'paper.namingPolicyChanged' }, orderBy: { id: 'desc' }, select: { data: true } })
    expect(event?.data).toEqual({ nameForm: { from: 'FULL', to: 'SHORT' } })
    await expect(db().paper.update({ where: { id: 1 }, data: { nameForm: 'HIDDEN' } })).rejects.toThrow()
  })

  it('flags a name under a picture where the paper wants none', async () => {
    const admin = await anActor('ADMIN')
    const assetId = await anAsset(admin, { people: 'Ana Ruiz\nJo Field' })
    const story = await aStory('DRAFT', { lead: { assetId, caption: 'Ana Ruiz runs', alt: 'A runner', credit: 'X' } })
    const checks = async () => ((await newsroomStory(story.writer, story.storyId))?.checks ?? []).filter(({ message }) => message.includes('never puts a name'))
    expect(await checks()).toEqual([])
    done(await changeNamingPolicy(admin, { ...OPEN, namesWithPictures: false }))
    expect(await checks()).toMatchObject([{ field: 'lead', message: expect.stringContaining('Ana Ruiz') }])
  })
})

describe('a profile', () => {
  const profile = (staffId: string, change = {}) => ({ staffId, bio: 'I write.', portraitId: null, portraitAlt: '', ...change })

  it('is written by its bearer and by advisers', async () => {
    const writer = await anActor('WRITER')
    expect(done(await changeProfile(writer, profile(writer.staffId))).tags).toEqual([tags.author(writer.staffId), tags.media()])
    expect(await profileOf(writer, writer.staffId)).toMatchObject({ bio: 'I write.', portrait: null, may: { edit: true, setPosition: false, markAway: true } })
    for (const role of ROLES) {
      const allowed = decideOnStaff(role, 'editProfile', { isSelf: false, targetRole: 'WRITER' }).allowed
      expect((await changeProfile(await anActor(role), profile(writer.staffId, { bio: role }))).ok, role).toBe(allowed)
    }
    expect((await changeProfile(await anActor('ADMIN'), profile(NOBODY))).ok).toBe(false)
    expect(await profileOf(writer, NOBODY)).toBeNull()
    expect(await profileOf(writer, '../x')).toBeNull()
  })

  it('shows a picture whose rights allow it, which then is not thrown away', async () => {
    const writer = await anActor('WRITER')
    const unknown = await anAsset(writer, { rights: 'UNKNOWN' })
    expect(await changeProfile(writer, profile(writer.staffId, { portraitId: unknown, portraitAlt: 'Me' }))).toMatchObject({ ok: false, problems: [{ field: 'portraitId' }] })
    const fair = await anAsset(writer, { rights: 'FAIR_USE', rightsProof: 'News about the picture itself.' })
    expect(words(await changeProfile(writer, profile(writer.staffId, { portraitId: fair, portraitAlt: 'Me' })))).toContain('fair use')
    expect(words(await changeProfile(writer, profile(writer.staffId, { portraitId: NOBODY, portraitAlt: 'Me' })))).toContain('gone')
    const mine = await anAsset(writer, {})
    done(await changeProfile(writer, profile(writer.staffId, { portraitId: mine, portraitAlt: 'Me with a pen' })))
    expect(await profileOf(writer, writer.staffId)).toMatchObject({ portrait: { id: mine }, portraitAlt: 'Me with a pen' })
    expect(words(await deleteAsset(writer, { assetId: mine }))).toContain('in their profile')
    done(await changeProfile(writer, profile(writer.staffId)))
    done(await deleteAsset(writer, { assetId: mine }))
  })
})

describe('a position', () => {
  it('is given by advisers and admins, with sections, for this school year', async () => {
    const [writer, section] = [await anActor('WRITER'), await aSection('Sports')]
    const change = { staffId: writer.staffId, position: 'Sports Editor', sectionIds: [section.id] }
    for (const role of ROLES) expect((await changePosition(await anActor(role), change)).ok, role).toBe(decideOnStaff(role, 'setPosition', { isSelf: false, targetRole: 'WRITER' }).allowed)
    expect((await staffList(writer)).find(({ staffId }) => staffId === writer.staffId)).toMatchObject({ position: 'Sports Editor', sections: ['Sports'] })
    expect(await db().membership.findMany({ where: { staffId: writer.staffId }, select: { schoolYear: true } })).toEqual([{ schoolYear: YEAR }])
    const admin = await anActor('ADMIN')
    expect(await changePosition(admin, { ...change, sectionIds: [NOBODY] })).toMatchObject({ ok: false, problems: [{ field: 'sectionIds' }] })
    expect(done(await changePosition(admin, { ...change, position: 'Chief', sectionIds: [] })).tags).toEqual([tags.mastheads()])
    expect((await staffList(writer)).find(({ staffId }) => staffId === writer.staffId)).toMatchObject({ position: 'Chief', sections: [] })
  })

  it('of a past year stays as it was', async () => {
    const writer = await anActor('WRITER')
    await db().membership.create({ data: { staffId: writer.staffId, schoolYear: '2019-20', position: 'Copy Editor' } })
    done(await changePosition(await anActor('ADVISER'), { staffId: writer.staffId, position: 'Chief', sectionIds: [] }))
    expect((await readMasthead('2019-20')).masthead).toMatchObject({ people: [{ name: writer.name, position: 'Copy Editor' }] })
  })
})

describe('the masthead of a year', () => {
  it('names everybody as they want it, leaves out who hides, and is nothing for unknown years', async () => {
    const [full, short, hidden] = [await anActor('WRITER', 'Ana Ruiz'), await anActor('WRITER', 'Ben Soto'), await anActor('WRITER', 'Cleo Hidden')]
    for (const [actor, bylineForm] of [[full, 'FULL'], [short, 'SHORT'], [hidden, 'HIDDEN']] as const) {
      await db().staffMember.update({ where: { id: actor.staffId }, data: { bylineForm } })
      await db().membership.create({ data: { staffId: actor.staffId, schoolYear: '2018-19', position: 'Staff Writer' } })
    }
    const { masthead, staffIds } = await readMasthead('2018-19')
    expect(masthead?.people.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Ben S.'])
    expect(words(masthead ?? {})).not.toContain('Cleo')
    expect(masthead?.years).toContain('2018-19')
    // Who hides now may show again: the page must hear of it.
    expect(staffIds).toContain(hidden.staffId)
    expect((await readMasthead('1999-00')).masthead).toBeNull()
  })
})
