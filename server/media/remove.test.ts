import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '../db.ts'
import { storage } from '../storage.ts'
import { saveDraft } from '../stories/save.ts'
import { anActor, aStory, done } from '../testing/builders.ts'
import { anAsset, aPicture } from '../testing/pictures.ts'
import { processPendingMedia } from './processing.ts'
import { keepProof } from './proof.ts'
import { deleteAsset } from './remove.ts'
import { replaceAsset } from './replace.ts'
import { uploadMedia } from './upload.ts'
import { updateAsset } from './words.ts'

const problem = (words: string) => ({ ok: false, problems: [{ message: expect.stringContaining(words) }] })

async function filesOf(assetId: string): Promise<string[]> {
  const asset = await db().mediaAsset.findUniqueOrThrow({ where: { id: assetId }, include: { variants: true } })
  return [`original/${asset.originalKey}`, ...asset.variants.map(({ key }) => `variant/${key}`), ...(asset.proofFileKey === null ? [] : [asset.proofFileKey])]
}
const kept = async (keys: string[]) => (await Promise.all(keys.map((key) => storage.read(key)))).map((file) => file !== null)

describe('deleteAsset', () => {
  it('throws a picture away that nobody used, with its files, and is written down', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    done(await keepProof(writer, { assetId, fileName: 'a.pdf', bytes: Buffer.from(`%PDF-1.7 ${randomUUID()}`) }))
    const files = await filesOf(assetId)
    expect(files.length).toBeGreaterThan(4)
    done(await deleteAsset(writer, { assetId }))
    expect(await db().mediaAsset.count({ where: { id: assetId } })).toBe(0)
    expect(await db().mediaVariant.count({ where: { assetId } })).toBe(0)
    expect(new Set(await kept(files))).toEqual(new Set([false]))
    expect(await db().auditEvent.findFirstOrThrow({ where: { kind: 'media.deleted', subjectId: assetId } })).toMatchObject({ actorId: writer.userId })
    expect(await deleteAsset(writer, { assetId })).toMatchObject(problem('gone'))
  })

  it('leaves the files that the same picture still needs', async () => {
    const writer = await anActor('WRITER')
    const bytes = await aPicture({ width: 500, height: 300 })
    const [first, second] = [done(await uploadMedia(writer, { fileName: 'a.jpg', bytes })).asset.id, done(await uploadMedia(writer, { fileName: 'b.jpg', bytes })).asset.id]
    await processPendingMedia(10)
    const files = await filesOf(second)
    done(await deleteAsset(writer, { assetId: first }))
    expect(new Set(await kept(files))).toEqual(new Set([true]))
    done(await deleteAsset(writer, { assetId: second }))
    expect(new Set(await kept(files))).toEqual(new Set([false]))
  })

  it('is for the uploader and for editors', async () => {
    const [writer, other, editor] = [await anActor('WRITER'), await anActor('WRITER'), await anActor('EDITOR')]
    const assetId = await anAsset(writer)
    expect(await deleteAsset(other, { assetId })).toMatchObject(problem('that you uploaded'))
    done(await deleteAsset(editor, { assetId }))
  })

  it('refuses what stands in a revision, however old, what somebody captioned, and what took another’s place', async () => {
    const editor = await anActor('EDITOR')
    const [used, captioned, old, better] = [await anAsset(editor), await anAsset(editor), await anAsset(editor), await anAsset(editor)]
    const { storyId, writer, content } = await aStory('DRAFT', { lead: { assetId: used, caption: 'A caption.', alt: 'Alt', credit: 'Ana Ruiz' } })
    expect(await deleteAsset(editor, { assetId: used })).toMatchObject(problem('stands in a story'))
    const { version } = await db().story.findUniqueOrThrow({ where: { id: storyId } })
    await db().revision.updateMany({ where: { storyId }, data: { frozenAt: new Date() } })
    expect(writer.role).toBe('WRITER')
    done(await saveDraft(editor, { storyId, version, content: { ...content, lead: null } }))
    expect(await deleteAsset(editor, { assetId: used })).toMatchObject(problem('earlier revision'))

    done(await updateAsset(editor, { assetId: captioned, version: 1, caption: 'Words' }))
    expect(await deleteAsset(editor, { assetId: captioned })).toMatchObject(problem('captioned'))
    done(await updateAsset(editor, { assetId: captioned, version: 2, caption: '' }))
    done(await deleteAsset(editor, { assetId: captioned }))

    done(await replaceAsset(editor, { assetId: old, newAssetId: better, takeWords: false, takeRights: false }))
    expect(await deleteAsset(editor, { assetId: better })).toMatchObject(problem('took the place'))
    done(await deleteAsset(editor, { assetId: old }))
    done(await deleteAsset(editor, { assetId: better }))
  })

  it('never loses the file of a picture that comes at the same moment', async () => {
    const writer = await anActor('WRITER')
    const bytes = await aPicture({ width: 200, height: 100 })
    for (let round = 0; round < 5; round += 1) {
      const { asset } = done(await uploadMedia(writer, { fileName: 'a.jpg', bytes }))
      await processPendingMedia(10)
      const [, again] = await Promise.all([deleteAsset(writer, { assetId: asset.id }), uploadMedia(writer, { fileName: 'b.jpg', bytes })])
      const { originalKey } = await db().mediaAsset.findUniqueOrThrow({ where: { id: done(again).asset.id } })
      expect(await storage.read(`original/${originalKey}`)).not.toBeNull()
      await processPendingMedia(10)
      expect(new Set(await kept(await filesOf(done(again).asset.id)))).toEqual(new Set([true]))
      done(await deleteAsset(writer, { assetId: done(again).asset.id }))
    }
  })
})
