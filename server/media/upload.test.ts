import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { UPLOAD_QUOTA } from '#domain/media.ts'
import { db } from '../db.ts'
import { storage } from '../storage.ts'
import { anActor, done } from '../testing/builders.ts'
import { aPicture, aPngHeader, METADATA_CANARY } from '../testing/pictures.ts'
import { uploadMedia } from './upload.ts'

const METADATA = [METADATA_CANARY, 'Exif', 'GPS', 'http://ns.adobe.com', 'xmpmeta', 'ICC_PROFILE', 'iCCP', 'eXIf', 'iTXt', 'tEXt', 'EXIF', 'XMP ']

async function kept(id: string) {
  const row = await db().mediaAsset.findUniqueOrThrow({ where: { id } })
  return { row, bytes: await storage.bytes(`original/${row.originalKey}`) }
}

describe('an upload', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('of a %s keeps no metadata', async (format) => {
    const writer = await anActor('WRITER')
    const original = await aPicture({ format })
    expect(original.includes(METADATA_CANARY)).toBe(true)
    const { asset } = done(await uploadMedia(writer, { fileName: 'Jazz night.jpg', bytes: original }))
    const { row, bytes } = await kept(asset.id)
    for (const word of METADATA) expect(bytes.includes(word), word).toBe(false)
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata()
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, icc: undefined, orientation: undefined })
    expect(row).toMatchObject({ status: 'PENDING', fileName: 'Jazz night.jpg', width: 1200, height: 800, rights: 'UNKNOWN', uploadedById: writer.userId, bytes: bytes.byteLength })
    expect(asset).toMatchObject({ status: 'PENDING', mine: true, variants: [] })
    expect(asset.placeholder).toMatch(/^data:image\/webp;base64,/)
    expect(asset.placeholder.length).toBeLessThan(400)
  })

  it('stands upright', async () => {
    const { asset } = done(await uploadMedia(await anActor('WRITER'), { fileName: 'a.jpg', bytes: await aPicture({ width: 400, height: 200, orientation: 6 }) }))
    expect(asset).toMatchObject({ width: 200, height: 400 })
    const { bytes } = await kept(asset.id)
    // Turned clockwise, the red left half is on top.
    const top = await sharp(bytes).extract({ left: 100, top: 20, width: 1, height: 1 }).raw().toBuffer()
    const bottom = await sharp(bytes).extract({ left: 100, top: 380, width: 1, height: 1 }).raw().toBuffer()
    expect([(top[0] ?? 0) > 150, (bottom[2] ?? 0) > 150]).toEqual([true, true])
  })

  it('keeps transparency', async () => {
    const { asset } = done(await uploadMedia(await anActor('WRITER'), { fileName: 'a.png', bytes: await aPicture({ format: 'png', alpha: true, width: 60, height: 60 }) }))
    expect(await sharp((await kept(asset.id)).bytes).metadata()).toMatchObject({ format: 'png', hasAlpha: true })
  })

  it('takes the first frame of an animation', async () => {
    const frames = await sharp({ create: { width: 40, height: 120, channels: 3, background: 'red', pageHeight: 40 } }).webp({ loop: 0, delay: [50, 50, 50] }).toBuffer()
    const { asset } = done(await uploadMedia(await anActor('WRITER'), { fileName: 'a.webp', bytes: frames }))
    expect(asset).toMatchObject({ width: 40, height: 40 })
  })

  it('writes its audit event, and gives the file a safe name', async () => {
    const writer = await anActor('WRITER')
    const { asset } = done(await uploadMedia(writer, { fileName: '../..\\x\u0000.php.jpg', bytes: await aPicture({ width: 50, height: 50 }) }))
    expect(asset.fileName).toBe('x.php.jpg')
    expect(await db().auditEvent.findMany({ where: { subjectId: asset.id }, select: { kind: true, actorId: true } })).toEqual([{ kind: 'media.uploaded', actorId: writer.userId }])
  })

  it('carries nothing of a file that is two things at once', async () => {
    const polyglot = Buffer.concat([await aPicture({ width: 50, height: 50 }), Buffer.from('<script>alert(1)</script><?php echo 1 ?>PK\u0003\u0004')])
    const { asset } = done(await uploadMedia(await anActor('WRITER'), { fileName: 'a.jpg', bytes: polyglot }))
    expect((await kept(asset.id)).bytes.includes('script')).toBe(false)
  })
})

describe('a refusal', async () => {
  const jpeg = await aPicture({ width: 600, height: 400 })
  const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).gif().toBuffer()
  const avif = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).avif().toBuffer()
  const thin = await sharp({ create: { width: 2100, height: 100, channels: 3, background: 'red' } }).png().toBuffer()
  const cases: [string, Buffer, number, string][] = [
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 415, 'SVG'],
    ['HTML named .jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'HTML'],
    ['GIF', gif, 415, 'GIF'],
    ['AVIF', avif, 415, 'AVIF'],
    ['a HEIC of an iPhone', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(40)]), 415, 'HEIC'],
    ['a HEIF by its common brand', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmif1'), Buffer.alloc(40)]), 415, 'HEIC'],
    ['PDF', Buffer.from('%PDF-1.7'), 415, 'PDF'],
    ['nothing', Buffer.alloc(0), 415, 'empty'],
    ['a JPEG cut off', jpeg.subarray(0, jpeg.length / 2), 422, 'damaged'],
    ['a JPEG of three bytes', jpeg.subarray(0, 3), 422, 'damaged'],
    ['a WebP of garbage', Buffer.concat([Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBP'), Buffer.alloc(64, 7)]), 422, 'damaged'],
    ['a PNG without its pixels', aPngHeader(300, 300), 422, 'damaged'],
    ['a PNG of 50,000 × 50,000', aPngHeader(50_000, 50_000), 413, '60 megapixels'],
    ['a picture like a ribbon', thin, 422, 'times as long'],
  ]
  test.each(cases)('of %s', async (_name, bytes, status, words) => {
    const writer = await anActor('WRITER')
    const result = await uploadMedia(writer, { fileName: 'picture.jpg', bytes })
    expect(result).toMatchObject({ ok: false, status, problems: [{ field: 'file', message: expect.stringContaining(words) }] })
    expect(await db().mediaAsset.count({ where: { uploadedById: writer.userId } })).toBe(0)
  })

  it('of more pictures in a day than the quota', async () => {
    const writer = await anActor('WRITER')
    const old = new Date(Date.now() - 25 * 3_600_000)
    const row = { originalKey: 'a1'.repeat(32), fileName: 'x', width: 1, height: 1, bytes: 1, uploadedById: writer.userId, status: 'FAILED' as const }
    await db().mediaAsset.createMany({ data: Array.from({ length: UPLOAD_QUOTA.pictures }, () => ({ ...row, createdAt: old })) })
    done(await uploadMedia(writer, { fileName: 'a.jpg', bytes: await aPicture({ width: 50, height: 50 }) }))
    await db().mediaAsset.createMany({ data: Array.from({ length: UPLOAD_QUOTA.pictures }, () => row) })
    expect(await uploadMedia(writer, { fileName: 'a.jpg', bytes: jpeg })).toMatchObject({ ok: false, status: 429 })
  })

  it('of somebody without a role that the policy knows', async () => {
    const nobody = JSON.parse(JSON.stringify({ userId: randomUUID(), staffId: randomUUID(), role: 'READER', name: 'Nobody' }))
    expect(await uploadMedia(nobody, { fileName: 'a.jpg', bytes: jpeg })).toMatchObject({ ok: false, status: 403 })
  })
})
