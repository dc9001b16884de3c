import sharp, { type Sharp } from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { db } from '../db.ts'
import { storage } from '../storage.ts'
import { anActor, done } from '../testing/builders.ts'
import { aPicture, withIptc, xmpPacket } from '../testing/pictures.ts'
import { extractFacts } from './extraction.ts'
import { uploadMedia } from './upload.ts'

const ABOUT = { fileName: 'IMG_2041.jpg', timeZone: 'America/Los_Angeles', now: new Date('2026-11-24T20:00:00Z') }
const NOTHING = { caption: '', credit: '', copyright: '', makerName: '', takenAt: null, place: '', people: [] }
const facts = async (bytes: Buffer, fileName = ABOUT.fileName) => extractFacts(bytes, { ...ABOUT, fileName })
const red = (): Sharp => sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
const plain = await red().jpeg().toBuffer()
const XMP = xmpPacket(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">The band’s final — “Noël”.</rdf:li></rdf:Alt></dc:description>
  <dc:creator><rdf:Seq><rdf:li>Ana Ruiz</rdf:li></rdf:Seq></dc:creator><photoshop:City>Long Beach</photoshop:City>
  <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ben Ode</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>`)

describe('what a file says', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('in XMP, in a %s', async (format) => {
    expect(await facts(await red().withXmp(XMP).toFormat(format).toBuffer())).toEqual({
      ...NOTHING, caption: 'The band’s final — “Noël”.', makerName: 'Ana Ruiz', credit: 'Ana Ruiz', place: 'Long Beach', people: ['Ben Ode'],
    })
  })

  it('in EXIF, with the camera’s clock', async () => {
    const exif = { IFD0: { ImageDescription: 'The band plays.', Artist: 'Ana Ruiz', Copyright: '2026 Ana Ruiz' }, IFD2: { DateTimeOriginal: '2026:11:20 15:04:05', OffsetTimeOriginal: '+01:00' } }
    expect(await facts(await red().withExif(exif).jpeg().toBuffer())).toEqual({
      ...NOTHING, caption: 'The band plays.', makerName: 'Ana Ruiz', credit: 'Ana Ruiz', copyright: '2026 Ana Ruiz', takenAt: new Date('2026-11-20T14:04:05Z'),
    })
  })

  it('in IPTC, in UTF-8 and in Latin-1', async () => {
    const records = (encode: (text: string) => Buffer) =>
      [[2, 120, encode('El niño ríe.')], [2, 80, encode('José Peña')], [2, 110, encode('City Press')], [2, 90, encode('Málaga')], [2, 101, encode('España')], [2, 55, '20261120'], [2, 60, '150405-0800']] as const
    const expected = { ...NOTHING, caption: 'El niño ríe.', makerName: 'José Peña', credit: 'José Peña / City Press', place: 'Málaga, España', takenAt: new Date('2026-11-20T23:04:05Z') }
    expect(await facts(withIptc(plain, [[1, 90, Buffer.from('\u001b%G')], ...records((text) => Buffer.from(text))]))).toEqual(expected)
    expect(await facts(withIptc(plain, records((text) => Buffer.from(text, 'latin1'))))).toEqual(expected)
  })

  it('in nothing but its name', async () => {
    expect(await facts(plain, 'Band_on_stage (Courtesy of City Press).jpg')).toEqual({ ...NOTHING, caption: 'Band on stage', credit: 'Courtesy of City Press' })
    expect(await facts(plain)).toEqual(NOTHING)
  })

  it('is never where the camera stood', async () => {
    const found = await facts(await aPicture({ width: 60, height: 40 }))
    expect(JSON.stringify(found)).not.toMatch(/gps|51\.5|0\.11/i)
    expect(found.place).toBe('')
  })
})

/** The caption's record, with 32,767 bytes announced. */
function lying(jpeg: Buffer): Buffer {
  const at = jpeg.indexOf(Buffer.from([0x1c, 2, 120]))
  return Buffer.concat([jpeg.subarray(0, at + 3), Buffer.from([0x7f, 0xff]), jpeg.subarray(at + 5)])
}

describe('metadata that means harm', () => {
  const many = Array.from({ length: 2_000 }, (_, at): [number, number, string] => [2, 25, `keyword ${at}`])
  const cases: [string, () => Promise<Buffer>, string][] = [
    ['10,000 keywords in XMP', () => red().withXmp(xmpPacket(`<dc:subject><rdf:Bag>${'<rdf:li>word</rdf:li>'.repeat(2_500)}</rdf:Bag></dc:subject><dc:title>Yes</dc:title>`)).jpeg().toBuffer(), ''],
    ['2,000 keywords in IPTC', async () => withIptc(plain, [...many, [2, 120, 'Yes']]), 'Yes'],
    ['a huge caption', async () => withIptc(plain, [[2, 120, 'x'.repeat(32_000)]]), 'x'.repeat(1_000)],
    ['IPTC that says it is longer than its file', async () => lying(withIptc(plain, [[2, 120, 'Yes']])), ''],
    ['tags that never close', () => red().withXmp(xmpPacket('<a:b>'.repeat(12_000))).jpeg().toBuffer(), ''],
    ['control characters and directions', async () => withIptc(plain, [[2, 120, 'The\u0000 band\u202e plays\r\n']]), 'The band plays'],
  ]
  test.each(cases)('%s: read in no time, or not at all', async (_name, make, caption) => {
    const bytes = await make()
    const before = performance.now()
    expect((await facts(bytes)).caption).toBe(caption)
    expect(performance.now() - before).toBeLessThan(15_000)
  })

  it('changes no object of ours', async () => {
    const keys = Object.getOwnPropertyNames(Object.prototype).length
    await facts(await red().withXmp(xmpPacket('<__proto__:polluted>x</__proto__:polluted><constructor:keys>x</constructor:keys><prototype:a>x</prototype:a>')).jpeg().toBuffer())
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(keys)
    expect(Object.keys({ a: 1 })).toEqual(['a'])
  })

  test.each([
    ['a count of 4 billion', [0x01, 0x0e, 0x00, 0x0c, 0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00]],
    ['an offset outside', [0x01, 0x0e, 0x00, 0x02, 0x00, 0x00, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff]],
    ['an IFD that points at itself', [0x87, 0x69, 0x00, 0x04, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x08]],
  ])('EXIF with %s', async (_name, entry) => {
    const tiff = Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 8])
    const block = Buffer.concat([Buffer.from('Exif\0\0'), tiff])
    const head = Buffer.from([0xff, 0xe1, 0, block.byteLength + 2])
    const before = performance.now()
    expect(await facts(Buffer.concat([plain.subarray(0, 2), head, block, plain.subarray(2)]))).toEqual(NOTHING)
    expect(performance.now() - before).toBeLessThan(15_000)
  })

  it('is not looked for where no picture is', async () => expect(await facts(Buffer.from('no picture'))).toEqual(NOTHING))
})

describe('an upload', () => {
  it('proposes what the file says, keeps none of it in the file, and takes its own by-line for staff', async () => {
    const writer = await anActor('WRITER', 'José Peña')
    const bytes = withIptc(await red().withXmp(XMP).jpeg().toBuffer(), [[2, 80, 'Somebody Else']])
    const { asset } = done(await uploadMedia(writer, { fileName: 'IMG_2041.jpg', bytes }))
    expect(asset).toMatchObject({ caption: 'The band’s final — “Noël”.', alt: '', credit: 'Ana Ruiz', makerName: 'Ana Ruiz', makerKind: 'CONTRIBUTOR', makerStaffId: null, people: ['Ben Ode'], rights: 'UNKNOWN', version: 1 })
    const kept = await storage.bytes(`original/${(await db().mediaAsset.findUniqueOrThrow({ where: { id: asset.id } })).originalKey}`)
    for (const word of ['Ana Ruiz', 'Somebody', 'xmpmeta', 'Photoshop']) expect(kept.includes(word), word).toBe(false)
    const own = done(await uploadMedia(writer, { fileName: 'a.jpg', bytes: withIptc(plain, [[2, 80, 'josé PEÑA']]) })).asset
    expect(own).toMatchObject({ makerKind: 'STAFF', makerName: 'José Peña', makerStaffId: writer.staffId, creditLine: 'José Peña', rights: 'UNKNOWN' })
  })

  it('says which picture it already is', async () => {
    const [writer, other] = [await anActor('WRITER', 'Ana Ruiz'), await anActor('WRITER')]
    const bytes = await aPicture({ width: 90, height: 60 })
    const first = done(await uploadMedia(writer, { fileName: 'Band on stage.jpg', bytes }))
    expect(first.same).toEqual([])
    const second = done(await uploadMedia(other, { fileName: 'copy.jpg', bytes }))
    expect(second.same).toEqual([{ id: first.asset.id, same: true, fileName: 'Band on stage.jpg', caption: 'Band on stage', placeholder: first.asset.placeholder, uploadedBy: 'Ana Ruiz', uploadedAt: first.asset.uploadedAt, uses: 0 }])
    expect(second.asset.id).not.toBe(first.asset.id)
  })
})
