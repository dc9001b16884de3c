import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { dayIn, daysAfter } from '#domain/day.ts'
import { LIBRARY_PAGE, libraryItemSchema, libraryQuerySchema, WHOLE_LIBRARY, type LibraryQuery } from '#domain/media-library.ts'
import type { Actor } from '#domain/people.ts'
import { schoolYear } from '#domain/school-year.ts'
import { db } from '../db.ts'
import { withdrawStory } from '../stories/moves.ts'
import { anActor, aStory, done } from '../testing/builders.ts'
import { anAsset } from '../testing/pictures.ts'
import { changeRights } from './commands.ts'
import { expiringPictures, libraryChoices, libraryDetail, libraryItems, libraryPage } from './library.ts'
import { updateAsset } from './words.ts'

const RIGHTS = { rights: 'STAFF' as const, rightsHolder: '', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'CONTRIBUTOR' as const, makerName: '', makerStaffId: null }
const inDays = (days: number) => daysAfter(dayIn(new Date(), 'America/Los_Angeles'), days)

let editor: Actor
let writer: Actor
const ids = { band: '', game: '', plain: '', museum: '' }
let story: Awaited<ReturnType<typeof aStory>>

beforeAll(async () => {
  ;[editor, writer] = [await anActor('EDITOR', 'Eve Editor'), await anActor('WRITER', 'Will Writer')]
  ids.band = await anAsset(writer)
  ids.game = await anAsset(editor)
  ids.plain = await anAsset(editor)
  ids.museum = await anAsset(editor)
  done(await updateAsset(writer, { assetId: ids.band, version: 1, caption: 'The band plays 100% live_music.', alt: 'Six players', credit: 'Will Writer', people: ['Ana Ruiz'], place: 'Gym' }))
  done(await changeRights(writer, { assetId: ids.band, ...RIGHTS, makerName: 'Lee Park' }))
  done(await updateAsset(editor, { assetId: ids.game, version: 1, caption: 'Volleyball final', alt: 'A net', credit: 'Eve Editor' }))
  done(await changeRights(editor, { assetId: ids.museum, ...RIGHTS, rights: 'PERMISSION', rightsHolder: 'City Museum', rightsProof: 'E-mail', expiresOn: inDays(10) }))
  story = await aStory('LIVE', { lead: { assetId: ids.band, caption: 'Trumpets at dusk.', alt: 'What it shows', credit: 'Will Writer' } })
  await aStory('DRAFT', { lead: { assetId: ids.game, caption: 'Net play.', alt: '', credit: 'Eve Editor' } })
}, 60_000)

async function found(change: Partial<LibraryQuery>): Promise<string[]> {
  const page = await libraryPage(editor, { ...WHOLE_LIBRARY, ...change })
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  expect(page.total).toBe(page.items.length)
  for (const item of page.items) expect(libraryItemSchema.safeParse(item).success).toBe(true)
  return page.items.map(({ id }) => names.get(id) ?? '?')
}

describe('the library', () => {
  it('shows everything, newest first, to staff and to nobody else', async () => {
    expect(await found({})).toEqual(['museum', 'plain', 'game', 'band'])
    const nobody = JSON.parse(JSON.stringify({ ...editor, role: 'READER' }))
    expect(await libraryPage(nobody, WHOLE_LIBRARY)).toEqual({ items: [], next: null, total: 0 })
    expect(await libraryItems(nobody, [ids.band])).toEqual([])
    expect(await libraryDetail(nobody, ids.band)).toBeNull()
    expect(await libraryChoices(nobody)).toMatchObject({ uploaders: [], stories: [] })
    expect(await expiringPictures(nobody)).toEqual({ expired: [], soon: [] })
  })

  it.each([
    ['BAND', ['band']],
    ['ana ruiz', ['band']],
    ['gym', ['band']],
    ['lee park', ['band']],
    ['museum', ['museum']],
    ['picture.jpg', ['museum', 'plain', 'game', 'band']],
    ['trumpets', ['band']],
    ['trumpets gym', ['band']],
    ['trumpets volleyball', []],
    ['100%', ['band']],
    ['live_music', ['band']],
    ['0%0', []],
    ['liveXmusic', []],
    ['\\', []],
    [`'; DROP TABLE "MediaAsset"; --`, []],
  ])('finds %j', async (q, names) => expect(await found({ q })).toEqual(names))

  it('filters by right, use, what is missing, uploader, story and year', async () => {
    expect(await found({ rights: 'UNKNOWN' })).toEqual(['plain', 'game'])
    expect(await found({ use: 'unused' })).toEqual(['museum', 'plain'])
    expect(await found({ use: 'used' })).toEqual(['game', 'band'])
    expect(await found({ use: 'live' })).toEqual(['band'])
    expect(await found({ missing: 'caption' })).toEqual(['museum', 'plain'])
    // Its own alt text is there, but a story places it without.
    expect(await found({ missing: 'alt' })).toEqual(['museum', 'plain', 'game'])
    expect(await found({ uploaderId: writer.userId })).toEqual(['band'])
    expect(await found({ storyId: story.storyId })).toEqual(['band'])
    expect(await found({ storyId: randomUUID() })).toEqual([])
    expect(await found({ year: schoolYear(new Date(), 'America/Los_Angeles') })).toHaveLength(4)
    expect(await found({ year: '2001-02' })).toEqual([])
    expect(await found({ attention: 'failed' })).toEqual([])
    expect(await found({ rights: 'STAFF', use: 'live', q: 'band', missing: null })).toEqual(['band'])
  })

  it('finds what ends soon, what has ended, and what looks alike', async () => {
    expect(await found({ attention: 'expiring' })).toEqual(['museum'])
    expect(await found({ attention: 'expired' })).toEqual([])
    await db().mediaAsset.update({ where: { id: ids.museum }, data: { expiresOn: new Date(`${inDays(-1)}T00:00:00Z`) } })
    expect(await found({ attention: 'expired' })).toEqual(['museum'])
    expect((await expiringPictures(editor)).expired.map(({ id }) => id)).toEqual([ids.museum])
    await db().mediaAsset.update({ where: { id: ids.museum }, data: { expiresOn: new Date(`${inDays(10)}T00:00:00Z`) } })
    expect((await expiringPictures(editor)).soon.map(({ id }) => id)).toEqual([ids.museum])
    expect((await expiringPictures(editor, 5)).soon).toEqual([])

    await db().mediaAsset.updateMany({ data: { perceptualHash: null, looksLikeId: null } })
    await db().mediaAsset.update({ where: { id: ids.plain }, data: { perceptualHash: '00000000ffffffff', looksLikeId: ids.game } })
    await db().mediaAsset.update({ where: { id: ids.game }, data: { perceptualHash: '00000000fffffff0' } })
    expect(await found({ attention: 'duplicates' })).toEqual(['plain', 'game'])
    expect((await libraryDetail(editor, ids.plain))?.lookAlikes).toEqual([expect.objectContaining({ id: ids.game, same: false, uses: 1 })])
    expect((await libraryDetail(editor, ids.game))?.lookAlikes).toEqual([expect.objectContaining({ id: ids.plain, same: false, uses: 0 })])
  })

  it('says where a picture is used, and what may be done with it', async () => {
    const items = new Map((await libraryItems(editor, Object.values(ids))).map((item) => [item.id, item]))
    expect(items.get(ids.band)).toMatchObject({ usedIn: [{ storyId: story.storyId, headline: story.content.headline, state: 'LIVE', role: 'LEAD', inWorkingCopy: true, live: true, path: expect.stringMatching(/^\/.+\/.+/) }], mayEdit: true, mayDelete: false })
    expect(items.get(ids.game)).toMatchObject({ usedIn: [{ state: 'DRAFT', live: false, inWorkingCopy: true, path: null }], mayDelete: false })
    expect(items.get(ids.plain)).toMatchObject({ usedIn: [], mayEdit: true, mayDelete: true })
    expect((await libraryItems(writer, [ids.plain]))[0]).toMatchObject({ mayEdit: false, mayDelete: false })
    expect(await libraryItems(editor, [randomUUID()])).toEqual([])
  })

  it('tells of one picture who did what', async () => {
    expect(await libraryDetail(editor, ids.band)).toMatchObject({
      canApproveFairUse: false,
      replacedBy: null,
      history: [
        { by: 'Will Writer', what: 'changed its rights to “Made by our staff”' },
        { by: 'Will Writer', what: 'changed its caption, alt text, credit, place, people' },
        { by: 'Will Writer', what: 'uploaded it' },
      ],
    })
    expect(await libraryDetail(editor, randomUUID())).toBeNull()
  })

  it('offers what there is to choose', async () => {
    const choices = await libraryChoices(editor)
    expect(choices.uploaders).toEqual([{ userId: editor.userId, name: 'Eve Editor' }, { userId: writer.userId, name: 'Will Writer' }])
    expect(choices.years).toEqual([schoolYear(new Date(), 'America/Los_Angeles')])
    expect(choices.stories.map(({ storyId }) => storyId)).toContain(story.storyId)
    expect(choices.counts).toEqual({ unknownRights: 2, missingAlt: 3, missingCaption: 2, expiring: 1, expired: 0, failed: 0 })
  })

  it('turns pages without losing or doubling any, even of the same moment', async () => {
    const at = new Date('2020-09-01T12:00:00Z')
    const row = { originalKey: 'a1'.repeat(32), fileName: 'many.jpg', width: 1, height: 1, bytes: 1, uploadedById: editor.userId, status: 'FAILED' as const, createdAt: at }
    await db().mediaAsset.createMany({ data: Array.from({ length: 2 * LIBRARY_PAGE + 1 }, () => row) })
    const seen: string[] = []
    let cursor: string | null = null
    for (let page = 0; page < 4; page += 1) {
      const { items, next, total } = await libraryPage(editor, { ...WHOLE_LIBRARY, q: 'many', cursor })
      expect(total).toBe(2 * LIBRARY_PAGE + 1)
      seen.push(...items.map(({ id }) => id))
      cursor = next
      if (next === null) break
    }
    expect(seen).toHaveLength(2 * LIBRARY_PAGE + 1)
    expect(new Set(seen).size).toBe(seen.length)
    expect((await libraryPage(editor, { ...WHOLE_LIBRARY, q: 'many', year: '2020-21' })).total).toBe(2 * LIBRARY_PAGE + 1)
    expect((await libraryChoices(editor)).years).toContain('2020-21')
    await db().mediaAsset.deleteMany({ where: { fileName: 'many.jpg' } })
  })

  it('reads any address, and leaves out what it does not know', () => {
    expect(libraryQuerySchema.parse({ q: ['a'], rights: 'MINE', use: 'x', missing: '', attention: 1, storyId: '7', year: '2026', uploaderId: {}, cursor: 'x'.repeat(999), more: 1 })).toEqual(WHOLE_LIBRARY)
    expect(libraryQuerySchema.parse({ q: ` ${'x'.repeat(999)}`, rights: 'STAFF', year: '2026-27' })).toMatchObject({ q: 'x'.repeat(200), rights: 'STAFF', year: '2026-27' })
  })

  it('takes a cursor that is none for the first page', async () => {
    expect(await found({ cursor: 'nonsense' })).toHaveLength(4)
  })

  it('keeps the place of a withdrawn story', async () => {
    done(await withdrawStory(story.adviser, { storyId: story.storyId, revisionId: story.revisionId, reason: 'A test of withdrawing.' }))
    expect((await libraryItems(editor, [ids.band]))[0]?.usedIn).toMatchObject([{ state: 'WITHDRAWN', live: false, path: null }])
    expect(await found({ use: 'live' })).toEqual([])
  })
})
