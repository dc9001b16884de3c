import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { db } from '../db.ts'
import { env } from '../env.ts'
import { storage } from '../storage.ts'
import { tags } from '../stories/cache.ts'
import { anActor, aStory, done } from '../testing/builders.ts'
import { aPicture, anAsset, METADATA_CANARY } from '../testing/pictures.ts'
import { claimNext, finish, MAX_ATTEMPTS } from './claims.ts'
import { prepare, processPendingMedia } from './processing.ts'
import { uploadMedia } from './upload.ts'

async function aPendingAsset(change: Parameters<typeof aPicture>[0] = { width: 600, height: 300 }): Promise<string> {
  return done(await uploadMedia(await anActor('WRITER'), { fileName: 'a.jpg', bytes: await aPicture(change) })).asset.id
}
const rowOf = (id: string) => db().mediaAsset.findUniqueOrThrow({ where: { id }, include: { variants: { orderBy: [{ format: 'asc' }, { width: 'asc' }] } } })
const leaseRunsOut = (id: string) => db().mediaAsset.update({ where: { id }, data: { leaseUntil: new Date(Date.now() - 1_000) } })

describe('preparing pictures', () => {
  it('makes both formats of every width, without metadata, files and rows alike', async () => {
    const id = await aPendingAsset({ width: 1000, height: 500 })
    expect(await processPendingMedia(10)).toEqual({ processed: 1, tags: [] })
    const { status, variants, leaseUntil, upkeep } = await rowOf(id)
    expect([status, leaseUntil, upkeep]).toEqual(['READY', null, false])
    expect(variants.map(({ format, width, height }) => [format, width, height])).toEqual([['avif', 480, 240], ['avif', 720, 360], ['avif', 960, 480], ['jpeg', 952, 500], ['webp', 480, 240], ['webp', 720, 360], ['webp', 960, 480]])
    for (const { key, format, width, bytes } of variants) {
      const file = await storage.bytes(`variant/${key}`)
      expect(file.byteLength).toBe(bytes)
      for (const word of [METADATA_CANARY, 'Exif', 'EXIF', 'GPS', 'xmpmeta', 'XMP ']) expect(file.includes(word), `${format} ${word}`).toBe(false)
      expect(key).toBe(storage.keyOf('variant', file, format === 'jpeg' ? '.jpg' : `.${format}`).slice('variant/'.length))
      // Only the file's head can be read here: AVIF's decoder is shut.
      if (format !== 'avif') expect(await sharp(file).metadata()).toMatchObject({ format, width })
      else expect(file.subarray(4, 12).toString()).toBe('ftypavif')
    }
  })

  it('changes nothing the second time', async () => {
    const id = await aPendingAsset()
    await processPendingMedia(10)
    const before = await rowOf(id)
    expect(await processPendingMedia(10)).toEqual({ processed: 0, tags: [] })
    expect(await rowOf(id)).toEqual(before)
  })

  it('gives one picture to one of two who ask at once', async () => {
    await processPendingMedia(50)
    const id = await aPendingAsset()
    const claims = await Promise.all([claimNext(), claimNext(), claimNext(), claimNext()])
    expect(claims.filter((claim) => claim !== null).map((claim) => claim.id)).toEqual([id])
    await Promise.all(claims.flatMap((claim) => (claim === null ? [] : [prepare(claim)])))
    expect((await rowOf(id)).variants).toHaveLength(5)
  })

  it('takes a picture up again whose worker was killed, and lets no late worker write', async () => {
    await processPendingMedia(50)
    const id = await aPendingAsset()
    const killed = await claimNext()
    expect(await processPendingMedia(10)).toEqual({ processed: 0, tags: [] })
    expect((await rowOf(id)).variants).toEqual([])
    await leaseRunsOut(id)
    expect(await processPendingMedia(10)).toEqual({ processed: 1, tags: [] })
    const variant = { key: `${'a1'.repeat(32)}.avif`, format: 'avif' as const, width: 7, height: 7, bytes: 7 }
    expect(killed !== null && (await finish(killed, [variant], { hash: '0'.repeat(16), social: { key: `${'a1'.repeat(32)}.jpg`, bytes: Buffer.alloc(0), width: 7, height: 7 } }))).toBe(false)
    expect(killed !== null && (await prepare(killed))).toBe(false)
    expect((await rowOf(id)).variants.some(({ width }) => width === 7)).toBe(false)
  })

  it('gives up after three attempts, in plain words', async () => {
    await processPendingMedia(50)
    const id = await aPendingAsset()
    const { originalKey } = await rowOf(id)
    await rm(path.join(env().MEDIA_DIR, 'original', originalKey.slice(0, 2), originalKey))
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      expect(await rowOf(id)).toMatchObject({ status: 'PENDING', attempts: attempt - 1 })
      if (attempt > 1) await leaseRunsOut(id)
      await processPendingMedia(1)
    }
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('Upload it again'), variants: [] })
  })

  it('gives up on a picture whose workers were killed three times', async () => {
    const id = await aPendingAsset()
    await db().mediaAsset.update({ where: { id }, data: { attempts: MAX_ATTEMPTS, leaseUntil: new Date(Date.now() - 1_000) } })
    await processPendingMedia(10)
    expect((await rowOf(id)).status).toBe('FAILED')
  })

  it('does not hold a full disk against a picture', async () => {
    await processPendingMedia(50)
    const id = await aPendingAsset()
    const full = vi.spyOn(storage, 'put').mockRejectedValue(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
    await processPendingMedia(1)
    full.mockRestore()
    expect(await rowOf(id)).toMatchObject({ status: 'PENDING', attempts: 0 })
    await leaseRunsOut(id)
    expect((await processPendingMedia(1)).processed).toBe(1)
  })

  it('knows the same picture in another size and quality, and no other one', async () => {
    const dots = await sharp(randomBytes(12 * 9 * 3), { raw: { width: 12, height: 9, channels: 3 } }).resize(480, 360, { kernel: 'cubic' }).png().toBuffer()
    const upload = async (bytes: Buffer) => done(await uploadMedia(await anActor('WRITER'), { fileName: 'a.jpg', bytes })).asset.id
    const first = await upload(await sharp(dots).jpeg({ quality: 95 }).toBuffer())
    const smaller = await upload(await sharp(dots).resize(300).jpeg({ quality: 40 }).toBuffer())
    const other = await upload(await sharp(randomBytes(12 * 9 * 3), { raw: { width: 12, height: 9, channels: 3 } }).resize(480, 360).jpeg().toBuffer())
    await processPendingMedia(50)
    expect(await rowOf(first)).toMatchObject({ looksLikeId: null, perceptualHash: expect.stringMatching(/^[0-9a-f]{16}$/) })
    expect(await rowOf(smaller)).toMatchObject({ looksLikeId: first })
    expect(await rowOf(other)).toMatchObject({ looksLikeId: null })
  })

  it('makes what pictures of before lack, once, and leaves them usable where it cannot', async () => {
    await processPendingMedia(50)
    const [id, broken] = [await aPendingAsset(), await aPendingAsset()]
    await processPendingMedia(50)
    await db().mediaVariant.deleteMany({ where: { assetId: { in: [id, broken] }, OR: [{ crop: { not: 'full' } }, { width: 480 }] } })
    await db().mediaAsset.updateMany({ where: { id: { in: [id, broken] } }, data: { perceptualHash: null, upkeep: true } })
    const { originalKey } = await rowOf(broken)
    await rm(path.join(env().MEDIA_DIR, 'original', originalKey.slice(0, 2), originalKey))
    expect(await processPendingMedia(10)).toEqual({ processed: 0, tags: [] })
    expect(await rowOf(id)).toMatchObject({ status: 'READY', upkeep: false, perceptualHash: expect.any(String), leaseUntil: null })
    const { variants } = await rowOf(id)
    expect(variants.filter(({ crop }) => crop !== 'full')).toHaveLength(1)
    expect(variants.flatMap(({ crop, format, width }) => (crop === 'full' ? [`${format} ${width}`] : []))).toEqual(['avif 480', 'avif 600', 'webp 480', 'webp 600'])
    for (const { key } of variants) expect((await storage.bytes(`variant/${key}`)).byteLength).toBeGreaterThan(0)
    expect(await rowOf(broken)).toMatchObject({ status: 'READY', upkeep: false, perceptualHash: null, leaseUntil: null })
  })

  it('tells the tags of the live stories that show it', async () => {
    const writer = await anActor('WRITER')
    const assetId = await anAsset(writer)
    await db().mediaAsset.update({ where: { id: assetId }, data: { rights: 'STAFF' } })
    const { storyId } = await aStory('LIVE', { lead: { assetId, caption: 'A caption.', alt: 'What it shows', credit: 'Ana Ruiz' } })
    await db().mediaVariant.deleteMany({ where: { assetId } })
    await db().mediaAsset.update({ where: { id: assetId }, data: { status: 'PENDING', attempts: 0 } })
    expect(await processPendingMedia(10)).toEqual({ processed: 1, tags: [tags.media(), tags.story(storyId)] })
  })
})
