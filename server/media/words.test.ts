import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { socialCrop } from '#domain/picture-crop.ts'
import { db } from '../db.ts'
import { storage } from '../storage.ts'
import { anActor, aStory, done } from '../testing/builders.ts'
import { anAsset } from '../testing/pictures.ts'
import { isVariantLive } from './live.ts'
import { processPendingMedia } from './processing.ts'
import { newsroomAssets } from './queries.ts'
import { updateAsset } from './words.ts'

async function seenBy(actor: Actor, assetId: string) {
  const asset = (await newsroomAssets(actor, [assetId]))[assetId]
  if (asset === undefined) throw new Error('no such asset')
  return asset
}
const eventsOf = (subjectId: string) => db().auditEvent.findMany({ where: { subjectId, kind: 'media.wordsChanged' }, select: { data: true } })

describe('updateAsset', () => {
  it('changes what is given, leaves the rest, and is written down', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    const { asset } = done(await updateAsset(writer, { assetId, version: 1, caption: 'The band plays.', people: ['Ana Ruiz', 'Ana Ruiz'], takenAt: '2026-11-20T15:00:00-08:00', place: 'Gym' }))
    expect(asset).toMatchObject({ version: 2, caption: 'The band plays.', alt: '', people: ['Ana Ruiz'], takenAt: '2026-11-20T23:00:00.000Z', place: 'Gym' })
    const again = done(await updateAsset(writer, { assetId, version: 2, alt: 'Six players on a stage', takenAt: null })).asset
    expect(again).toMatchObject({ version: 3, caption: 'The band plays.', alt: 'Six players on a stage', takenAt: null })
    expect(await eventsOf(assetId)).toEqual([{ data: { changed: ['caption', 'takenAt', 'place', 'people'] } }, { data: { changed: ['alt', 'takenAt'] } }])
  })

  it('is for the uploader and for editors', async () => {
    const [writer, other, editor] = [await anActor('WRITER'), await anActor('WRITER'), await anActor('EDITOR')]
    const assetId = await anAsset(writer)
    expect(await updateAsset(other, { assetId, version: 1, caption: 'Mine' })).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('that you uploaded') }] })
    expect(done(await updateAsset(editor, { assetId, version: 1, caption: 'Ours' })).asset.caption).toBe('Ours')
    expect(await updateAsset(editor, { assetId: randomUUID(), version: 1, caption: 'x' })).toMatchObject({ ok: false, problems: [{ message: 'This picture is gone.' }] })
  })

  it('never lets two people overwrite each other unseen', async () => {
    const [ana, ben] = [await anActor('EDITOR', 'Ana Ruiz'), await anActor('EDITOR', 'Ben Ode')]
    const assetId = await anAsset(ana)
    const both = await Promise.all([updateAsset(ana, { assetId, version: 1, caption: 'Ana’s words' }), updateAsset(ben, { assetId, version: 1, caption: 'Ben’s words' })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const [lost] = both.filter(({ ok }) => !ok)
    const winner = both[0]?.ok === true ? 'Ana Ruiz' : 'Ben Ode'
    expect(lost).toMatchObject({ problems: [{ field: 'version', message: expect.stringContaining(`${winner} changed this picture meanwhile`) }] })
  })

  it('takes the same words twice for done, so that a save whose answer got lost can be sent again', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    const change = { assetId, version: 1, caption: 'The band plays.' }
    done(await updateAsset(writer, change))
    expect(done(await updateAsset(writer, change)).asset.version).toBe(2)
    expect(await eventsOf(assetId)).toHaveLength(1)
  })

  it('changes nothing that readers see', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    await db().mediaAsset.update({ where: { id: assetId }, data: { rights: 'STAFF' } })
    const { revisionId } = await aStory('LIVE', { lead: { assetId, caption: 'Approved words.', alt: 'What it shows', credit: 'Ana Ruiz' } })
    expect(done(await updateAsset(writer, { assetId, version: 1, caption: 'Other words.', focalX: 0.1 })).tags).toEqual([])
    expect(await db().placement.findFirstOrThrow({ where: { revisionId } })).toMatchObject({ caption: 'Approved words.', focalX: 0.5 })
  })
})

describe('the focal point', () => {
  const socialsOf = async (assetId: string) => db().mediaVariant.findMany({ where: { assetId, crop: { startsWith: 'social ' } }, orderBy: { crop: 'asc' } })

  it('makes a social picture around it, and drops the one that nobody needs', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer, { width: 2400, height: 600 })
    const [first] = await socialsOf(assetId)
    expect(first).toMatchObject({ crop: socialCrop({ focalX: 0.5, focalY: 0.5 }), format: 'jpeg', width: 1143, height: 600 })
    expect((await seenBy(writer, assetId)).socialKey).toBe(first?.key)

    expect(done(await updateAsset(writer, { assetId, version: 1, focalX: 0.123, focalY: 0 })).asset).toMatchObject({ focalX: 0.12, focalY: 0, socialKey: null })
    await processPendingMedia(10)
    const socials = await socialsOf(assetId)
    expect(socials.map(({ crop }) => crop)).toEqual(['social 0.12 0.00'])
    expect((await seenBy(writer, assetId)).socialKey).toBe(socials[0]?.key)
    expect(await storage.read(`variant/${first?.key}`)).toBeNull()
    expect((await processPendingMedia(10)).processed).toBe(0)
  })

  it('stays what was approved for readers, until its revision is', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer, { width: 2400, height: 600 })
    await db().mediaAsset.update({ where: { id: assetId }, data: { rights: 'STAFF' } })
    await aStory('LIVE', { lead: { assetId, caption: 'A caption.', alt: 'What it shows', credit: 'Ana Ruiz' } })
    done(await updateAsset(writer, { assetId, version: 1, focalX: 0.9, focalY: 0.9 }))
    await processPendingMedia(10)
    const socials = await socialsOf(assetId)
    expect(socials.map(({ crop }) => crop)).toEqual(['social 0.50 0.50', 'social 0.90 0.90'])
    expect(await Promise.all(socials.map(({ key }) => isVariantLive(key)))).toEqual([true, false])
    for (const { key } of socials) expect(await storage.read(`variant/${key}`)).not.toBeNull()
  })
})
