import { describe, expect, it } from 'vitest'
import type { StoryContent } from '#domain/story.ts'
import { db } from '../db.ts'
import { storage } from '../storage.ts'
import { anActor, aStory, done, newestRevision } from '../testing/builders.ts'
import { anAsset } from '../testing/pictures.ts'
import { tags } from '../stories/cache.ts'
import { approveRevision, publishRevision, sendOn, submitStory } from '../stories/moves.ts'
import { changeRights } from './commands.ts'
import { isVariantLive } from './live.ts'
import { keepProof } from './proof.ts'
import { newsroomAssets } from './queries.ts'
import { replaceAsset } from './replace.ts'
import { updateAsset } from './words.ts'

const BY_STAFF = { rights: 'STAFF' as const, rightsHolder: '', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'CONTRIBUTOR' as const, makerName: 'Ana Ruiz', makerStaffId: null }
const placed = (assetId: string) => ({ assetId, caption: 'Words of the story.', alt: 'What it shows', credit: 'Ana Ruiz' })
const lead = (assetId: string): Partial<StoryContent> => ({ lead: placed(assetId) })

async function twoPictures() {
  const editor = await anActor('EDITOR')
  const [assetId, newAssetId] = [await anAsset(editor), await anAsset(editor)]
  done(await changeRights(editor, { assetId, ...BY_STAFF }))
  return { editor, assetId, newAssetId }
}
const leadOf = async (revisionId: string | null) => (await db().placement.findFirst({ where: { revisionId: revisionId ?? '', role: 'LEAD' } }))?.assetId
const liveOf = (storyId: string) => db().story.findUniqueOrThrow({ where: { id: storyId }, select: { liveRevisionId: true, state: true } })
const aKey = async (assetId: string) => (await db().mediaVariant.findFirstOrThrow({ where: { assetId, crop: 'full' } })).key

describe('replaceAsset', () => {
  it('changes the working copy with the words that stand there', async () => {
    const { editor, assetId, newAssetId } = await twoPictures()
    const { storyId } = await aStory('DRAFT', lead(assetId))
    const { report } = done(await replaceAsset(editor, { assetId, newAssetId, takeWords: false, takeRights: true }))
    expect(report).toEqual({ changed: [{ storyId, headline: expect.any(String) }], waitForApproval: [], notChanged: [] })
    const placement = await db().placement.findFirstOrThrow({ where: { revisionId: await newestRevision(storyId), role: 'LEAD' } })
    expect(placement).toMatchObject(placed(newAssetId))
    expect(await db().mediaAsset.findUniqueOrThrow({ where: { id: assetId } })).toMatchObject({ replacedById: newAssetId })
    expect(await db().auditEvent.count({ where: { kind: 'media.replaced', subjectId: assetId, actorId: editor.userId } })).toBe(1)
  })

  it('leaves what readers see as it was approved, until the new revision is', async () => {
    const { editor, assetId, newAssetId } = await twoPictures()
    const { storyId, revisionId, writer, adviser } = await aStory('LIVE', lead(assetId))
    const { report } = done(await replaceAsset(editor, { assetId, newAssetId, takeWords: true, takeRights: true }))
    expect(report.waitForApproval).toEqual([{ storyId, headline: expect.any(String) }])
    expect(await liveOf(storyId)).toEqual({ liveRevisionId: revisionId, state: 'DRAFT' })
    expect(await leadOf(revisionId)).toBe(assetId)
    expect([await isVariantLive(await aKey(assetId)), await isVariantLive(await aKey(newAssetId))]).toEqual([true, false])
    const next = await newestRevision(storyId)
    expect(await leadOf(next)).toBe(newAssetId)

    const decision = { storyId, revisionId: next }
    done(await submitStory(writer, { ...decision, change: { kind: 'UPDATE', note: '' } }))
    done(await sendOn(editor, decision))
    done(await approveRevision(adviser, decision))
    done(await publishRevision(adviser, { ...decision, change: { kind: 'UPDATE', note: '' } }))
    expect([await isVariantLive(await aKey(assetId)), await isVariantLive(await aKey(newAssetId))]).toEqual([false, true])
  })

  it('lists the stories that the actor may not edit, and changes the others', async () => {
    const writer = await anActor('WRITER')
    const [assetId, newAssetId] = [await anAsset(writer), await anAsset(writer)]
    const others = await aStory('DRAFT', lead(assetId))
    const own = await aStory('DRAFT', { ...lead(assetId), bylines: [{ staffId: writer.staffId, name: null, credit: '' }] })
    const { report } = done(await replaceAsset(writer, { assetId, newAssetId, takeWords: true, takeRights: true }))
    expect(report.changed.map(({ storyId }) => storyId)).toEqual([own.storyId])
    expect(report.notChanged).toEqual([{ storyId: others.storyId, headline: others.content.headline, reason: expect.stringContaining('Only its authors') }])
    expect(await leadOf(await newestRevision(others.storyId))).toBe(assetId)
  })

  it('takes words and rights over as chosen, but not an adviser’s yes', async () => {
    const { editor, assetId, newAssetId } = await twoPictures()
    const adviser = await anActor('ADVISER')
    done(await updateAsset(editor, { assetId, version: 1, caption: 'Old words.', alt: 'What it shows', people: ['Ben Ode'] }))
    done(await changeRights(editor, { assetId, ...BY_STAFF, rights: 'FAIR_USE', rightsProof: 'It is what the review is about.' }))
    await db().mediaAsset.update({ where: { id: assetId }, data: { fairUseApprovedAt: new Date(), fairUseApprovedById: adviser.userId } })
    done(await replaceAsset(editor, { assetId, newAssetId, takeWords: true, takeRights: true }))
    const after = (await newsroomAssets(editor, [newAssetId]))[newAssetId]
    expect(after).toMatchObject({ caption: 'Old words.', people: ['Ben Ode'], rights: 'FAIR_USE', fairUseApproved: false, version: 2, replacedById: null })

    const third = await anAsset(editor)
    done(await replaceAsset(editor, { assetId: newAssetId, newAssetId: third, takeWords: false, takeRights: false }))
    expect((await newsroomAssets(editor, [third]))[third]).toMatchObject({ caption: '', rights: 'UNKNOWN', version: 1 })
    // And back again: the last one named is the one in use.
    done(await replaceAsset(editor, { assetId: third, newAssetId, takeWords: false, takeRights: false }))
    expect((await newsroomAssets(editor, [newAssetId, third]))).toMatchObject({ [newAssetId]: { replacedById: null }, [third]: { replacedById: newAssetId } })
  })

  it('does not take rights over to a picture that readers see and that may not be shown with them', async () => {
    const { editor, assetId, newAssetId } = await twoPictures()
    done(await changeRights(editor, { assetId: newAssetId, ...BY_STAFF }))
    const { storyId } = await aStory('LIVE', lead(newAssetId))
    done(await changeRights(editor, { assetId, ...BY_STAFF, rights: 'UNKNOWN' }))
    const refused = await replaceAsset(editor, { assetId, newAssetId, takeWords: false, takeRights: true })
    expect(refused).toMatchObject({ ok: false, problems: [{ field: 'rights', message: expect.stringContaining('Readers see this picture now') }] })
    expect(await db().mediaAsset.findUniqueOrThrow({ where: { id: newAssetId } })).toMatchObject({ rights: 'STAFF' })
    done(await changeRights(editor, { assetId, ...BY_STAFF, makerName: 'Ben Ode' }))
    expect(done(await replaceAsset(editor, { assetId, newAssetId, takeWords: false, takeRights: true })).tags).toContain(tags.story(storyId))
  })

  it('throws the proof away that the new picture had, and keeps the one that it gets', async () => {
    const { editor, assetId, newAssetId } = await twoPictures()
    const pdf = (words: string) => Buffer.from(`%PDF-1.7\n% ${words} ${assetId}\n%%EOF`)
    const keyOf = async (id: string) => (await db().mediaAsset.findUniqueOrThrow({ where: { id } })).proofFileKey ?? ''
    for (const [id, words] of [[assetId, 'one'], [newAssetId, 'two']] as const) done(await keepProof(editor, { assetId: id, fileName: 'a.pdf', bytes: pdf(words) }))
    const [kept, gone] = [await keyOf(assetId), await keyOf(newAssetId)]
    done(await replaceAsset(editor, { assetId, newAssetId, takeWords: false, takeRights: true }))
    expect([await keyOf(newAssetId), (await storage.read(kept)) === null, await storage.read(gone)]).toEqual([kept, false, null])
  })

  it('refuses itself, a broken picture, and whoever may not change both', async () => {
    const { editor, assetId, newAssetId } = await twoPictures()
    const words = { takeWords: true, takeRights: true }
    expect(await replaceAsset(editor, { assetId, newAssetId: assetId, ...words })).toMatchObject({ ok: false, problems: [{ field: 'newAssetId' }] })
    const writer = await anActor('WRITER')
    const own = await anAsset(writer)
    expect(await replaceAsset(writer, { assetId: own, newAssetId, ...words })).toMatchObject({ ok: false })
    expect(await replaceAsset(writer, { assetId, newAssetId: own, ...words })).toMatchObject({ ok: false })
    await db().mediaAsset.update({ where: { id: newAssetId }, data: { status: 'FAILED' } })
    expect(await replaceAsset(editor, { assetId, newAssetId, ...words })).toMatchObject({ ok: false, problems: [{ field: 'newAssetId' }] })
    expect(await db().mediaAsset.findUniqueOrThrow({ where: { id: assetId } })).toMatchObject({ replacedById: null })
  })
})
