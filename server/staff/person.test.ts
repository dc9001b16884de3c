import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { dayIn } from '#domain/day.ts'
import { isSchoolYear } from '#domain/school-year.ts'
import type { PersonView } from '#domain/story-view.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { readFeed } from '../feeds/read-feed.ts'
import { readPages } from '../feeds/read-sitemaps.ts'
import { isVariantLive } from '../media/live.ts'
import { addOptOut } from '../opt-out/commands.ts'
import { tags } from '../stories/cache.ts'
import { withdrawStory } from '../stories/moves.ts'
import { readAddress } from '../stories/reader-views.ts'
import { anActor, aStory, done } from '../testing/builders.ts'
import { createUser } from '../testing/people.ts'
import { fillStaffAddresses } from './addresses.ts'
import { changeByline } from './byline.ts'
import { readMasthead } from './masthead.ts'
import { changeNamingPolicy } from './naming.ts'
import { readPerson } from './person.ts'
import { turnPortraits } from './portrait-turn.ts'
import { changeProfile } from './profile.ts'

const OPEN = { nameForm: 'FULL', namesWithPictures: true, absentDays: 3 } as const
let admin: Actor
beforeEach(async () => {
  admin = await anActor('ADMIN')
  done(await changeNamingPolicy(admin, OPEN))
})

/** Somebody who joined, with a last name of their own so that nobody else's address is in the way. */
async function joined(first = 'Ana'): Promise<{ actor: Actor; last: string; handle: string }> {
  const last = `R${randomUUID().replaceAll(/[^a-f]/g, '')}`
  const { actor } = await createUser({ role: 'WRITER', name: `${first} ${last}` })
  return { actor, last, handle: `${first} ${last}`.toLowerCase().replace(' ', '-') }
}
const at = async (handle: string, after: string | null = null) => (await readPerson(handle, after)).answer
async function personAt(handle: string): Promise<PersonView> {
  const answer = await at(handle)
  if (answer.kind !== 'person') throw new Error(`nobody at ${handle}`)
  return answer.person
}

/** A picture that is ready, with one size. */
async function aPicture(by: Actor): Promise<{ id: string; key: string }> {
  const key = `${randomUUID()}.webp`
  const row = { status: 'READY', originalKey: randomUUID(), fileName: 'a.jpg', width: 9, height: 6, bytes: 1, uploadedById: by.userId, rights: 'STAFF', makerKind: 'STAFF', makerName: by.name, makerStaffId: by.staffId } as const
  const { id } = await db().mediaAsset.create({ data: { ...row, variants: { create: { key, format: 'webp', width: 480, height: 320, bytes: 1 } } }, select: { id: true } })
  return { id, key }
}
const liveBy = (actor: Actor, change: Parameters<typeof aStory>[1] = {}) => aStory('LIVE', { bylines: [{ staffId: actor.staffId, name: null, credit: 'Staff Writer' }], ...change })

describe('the address of somebody’s page', () => {
  test('is made of the name that readers see, and a shorter one leads nowhere from the longer one', async () => {
    const { actor, handle } = await joined()
    expect(await personAt(handle)).toMatchObject({ name: actor.name, handle, stories: [], roles: [{ position: 'Staff Writer' }] })
    expect(done(await changeByline(actor, { staffId: actor.staffId, bylineForm: 'SHORT' })).tags).toEqual(expect.arrayContaining([tags.author(actor.staffId), tags.mastheads(), tags.media()]))
    const { handle: short } = await db().staffAddress.findFirstOrThrow({ where: { staffId: actor.staffId, current: true }, select: { handle: true } })
    expect(short).toMatch(/^ana-r(-\d+)?$/)
    expect(await at(handle)).toEqual({ kind: 'none' })
    expect((await personAt(short)).name).toBe('Ana R.')
    done(await changeByline(actor, { staffId: actor.staffId, bylineForm: 'HIDDEN' }))
    expect([await at(handle), await at(short)]).toEqual([{ kind: 'none' }, { kind: 'none' }])
    expect((await readFeed({ kind: 'author', slug: short })).feed).toBeNull()
    done(await changeByline(actor, { staffId: actor.staffId, bylineForm: 'FULL' }))
    expect(await at(short)).toEqual({ kind: 'moved', path: `/staff/${handle}` })
    expect((await personAt(handle)).name).toBe(actor.name)
  })

  test('moves with the name, and follows what the paper shows of names', async () => {
    const { actor, handle, last } = await joined()
    done(await changeByline(admin, { staffId: actor.staffId, name: `Bea ${last}`, bylineForm: 'FULL' }))
    const renamed = handle.replace('ana-', 'bea-')
    expect(await at(handle)).toEqual({ kind: 'moved', path: `/staff/${renamed}` })
    done(await changeNamingPolicy(admin, { ...OPEN, nameForm: 'SHORT' }))
    expect([await at(handle), await at(renamed)]).toEqual([{ kind: 'none' }, { kind: 'none' }])
    done(await changeNamingPolicy(admin, OPEN))
    expect((await personAt(renamed)).name).toBe(`Bea ${last}`)
  })

  test('a name of one word keeps its address in every form, two alike get a number, and none looks like a year', async () => {
    const word = `Q${randomUUID().replaceAll(/[^a-f]/g, '')}`
    const [one, two, year] = [await createUser({ role: 'WRITER', name: word }), await createUser({ role: 'WRITER', name: word }), await createUser({ role: 'WRITER', name: '2026 27' })]
    done(await changeByline(one.actor, { staffId: one.actor.staffId, bylineForm: 'SHORT' }))
    expect(await personAt(word.toLowerCase())).toMatchObject({ name: word })
    expect((await personAt(`${word.toLowerCase()}-2`)).roles).toHaveLength(1)
    const { handle } = await db().staffAddress.findFirstOrThrow({ where: { staffId: year.actor.staffId }, select: { handle: true } })
    expect(isSchoolYear(handle)).toBe(false)
    await expect(db().staffAddress.updateMany({ where: { staffId: two.actor.staffId }, data: { handle: 'somebody-else' } })).rejects.toThrow(/never goes to somebody else/)
  })

  test('who was on staff before there were such pages gets one', async () => {
    const before = await anActor('WRITER', 'Zed Before')
    expect(await fillStaffAddresses()).toContain(tags.author(before.staffId))
    expect((await personAt('zed-before')).name).toBe('Zed Before')
    expect((await readPages()).map(({ path }) => path)).toEqual(expect.arrayContaining(['/staff', '/staff/zed-before']))
    await db().staffMember.update({ where: { id: before.staffId }, data: { bylineForm: 'HIDDEN' }, select: { id: true } })
    expect((await readPages()).map(({ path }) => path)).not.toContain('/staff/zed-before')
    expect(await fillStaffAddresses()).toEqual([])
  })
})

describe('somebody’s page', () => {
  test('holds their live stories alone, newest first, a page at a time, and bylines lead to it', async () => {
    const { actor, handle } = await joined()
    const first = await liveBy(actor, { headline: 'First' })
    await aStory('APPROVED', { headline: 'Canary', bylines: [{ staffId: actor.staffId, name: null, credit: '' }] })
    const second = await liveBy(actor, { headline: 'Second' })
    const { answer, shown } = await readPerson(handle, null)
    expect(answer).toMatchObject({ kind: 'person', person: { stories: [{ headline: 'Second' }, { headline: 'First' }], next: null } })
    expect(shown).toMatchObject({ storyIds: expect.arrayContaining([first.storyId, second.storyId]), staffIds: expect.arrayContaining([actor.staffId]) })
    expect(await at(handle, second.storyId)).toMatchObject({ person: { stories: [{ headline: 'First' }] } })
    expect(await at(handle, randomUUID())).toEqual({ kind: 'none' })
    const address = await db().address.findFirstOrThrow({ where: { storyId: first.storyId }, select: { sectionSlug: true, slug: true } })
    expect((await readAddress(address.sectionSlug, address.slug)).answer).toMatchObject({ story: { bylines: [{ handle }] } })
    const touched = done(await withdrawStory(second.adviser, { storyId: second.storyId, revisionId: second.revisionId, reason: 'A test of withdrawing.' })).tags
    expect(touched).toContain(tags.author(actor.staffId))
    expect((await personAt(handle)).stories).toHaveLength(1)
  })

  test('shows pictures that they made where those stand in live stories, and says so to the cache', async () => {
    const { actor, handle } = await joined()
    const [used, unused] = [await aPicture(actor), await aPicture(actor)]
    const lead = { assetId: used.id, caption: 'A gate.', alt: 'A gate', credit: actor.name }
    const story = await aStory('LIVE', { headline: 'With a picture', lead })
    await aStory('APPROVED', { lead: { ...lead, assetId: unused.id } })
    expect((await personAt(handle)).pictures).toMatchObject([{ asset: { id: used.id }, alt: 'A gate', story: { headline: 'With a picture' } }])
    expect(done(await withdrawStory(story.adviser, { storyId: story.storyId, revisionId: story.revisionId, reason: 'A test of withdrawing.' })).tags).toContain(tags.author(actor.staffId))
    expect((await personAt(handle)).pictures).toEqual([])
  })

  test('a profile’s picture is public while its bearer is named and the paper lets names stand with pictures', async () => {
    const { actor, handle } = await joined()
    const { id, key } = await aPicture(actor)
    expect(await isVariantLive(key)).toBe(false)
    expect(done(await changeProfile(actor, { staffId: actor.staffId, bio: `I am ${actor.name}.`, portraitId: id, portraitAlt: `${actor.name}, smiling` })).tags).toContain(tags.media())
    expect(await isVariantLive(key)).toBe(true)
    expect(await personAt(handle)).toMatchObject({ portrait: { asset: { id }, alt: `${actor.name}, smiling` } })
    expect((await readMasthead(null)).masthead?.people.find((one) => one.handle === handle)).toMatchObject({ portrait: { asset: { id } } })
    done(await changeByline(actor, { staffId: actor.staffId, bylineForm: 'SHORT' }))
    const { handle: short } = await db().staffAddress.findFirstOrThrow({ where: { staffId: actor.staffId, current: true }, select: { handle: true } })
    expect(await personAt(short)).toMatchObject({ bio: 'I am Ana R.', portrait: { alt: 'Ana R., smiling' } })
    expect(done(await changeNamingPolicy(admin, { ...OPEN, namesWithPictures: false })).tags).toContain(tags.media())
    expect([await isVariantLive(key), (await personAt(short)).portrait]).toEqual([false, null])
    done(await changeNamingPolicy(admin, OPEN))
    done(await changeByline(actor, { staffId: actor.staffId, bylineForm: 'HIDDEN' }))
    expect(await isVariantLive(key)).toBe(false)
  })

  test('a profile’s picture goes with the right to it, and comes back with that', async () => {
    const { actor, handle } = await joined()
    const { id, key } = await aPicture(actor)
    const license = (change: object) => db().mediaAsset.update({ where: { id }, data: { rights: 'PERMISSION', rightsHolder: 'City Press', rightsProof: 'E-mail', ...change }, select: { id: true } })
    const today = dayIn(timeNow(), 'America/Los_Angeles')
    const day = (add: number) => new Date(Date.parse(`${today}T00:00:00Z`) + add * 86_400_000)
    await license({ expiresOn: day(0) })
    await db().paper.update({ where: { id: 1 }, data: { timeZone: 'America/Los_Angeles' }, select: { id: true } })
    done(await changeProfile(actor, { staffId: actor.staffId, bio: '', portraitId: id, portraitAlt: 'Somebody' }))
    const shown = async () => [await isVariantLive(key), (await personAt(handle)).portrait !== null, (await readMasthead(null)).masthead?.people.find((one) => one.handle === handle)?.portrait !== null]
    expect(await shown()).toEqual([true, true, true])
    await turnPortraits(timeNow())
    // The day after its last one nobody gets it, and the pages are made anew.
    const tomorrow = new Date(timeNow().getTime() + 86_400_000)
    expect(await turnPortraits(tomorrow)).toEqual([tags.paper(), tags.mastheads(), tags.media()])
    expect(await turnPortraits(tomorrow)).toEqual([])
    await license({ expiresOn: day(-1) })
    expect(await shown()).toEqual([false, false, false])
    await license({ expiresOn: day(30) })
    expect(await shown()).toEqual([true, true, true])
    await license({ rights: 'UNKNOWN', expiresOn: null })
    expect(await shown()).toEqual([false, false, false])
    await license({ rights: 'FAIR_USE', expiresOn: null })
    expect(await shown()).toEqual([false, false, false])
  })

  test('nobody of the opt-out list is named in a profile', async () => {
    const { actor } = await joined()
    done(await addOptOut(await anActor('ADVISER'), { name: 'Quillon Sparrowhawk', otherNames: [], reason: '' }))
    const refused = await changeProfile(actor, { staffId: actor.staffId, bio: 'My best friend is Quillon Sparrowhawk.', portraitId: null, portraitAlt: '' })
    expect(refused).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('Quillon Sparrowhawk') }] })
  })
})
