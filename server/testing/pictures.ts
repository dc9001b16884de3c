import 'server-only'
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { crc32, deflateSync } from 'node:zlib'
import type { Actor } from '#domain/people.ts'
import { processPendingMedia } from '../media/processing.ts'
import { uploadMedia } from '../media/upload.ts'
import { done } from './builders.ts'

/** Words that stand in the metadata of test pictures and must never come out again. */
export const METADATA_CANARY = 'MetadataCanary'
const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="${METADATA_CANARY}"/></rdf:RDF></x:xmpmeta>`

type Shape = { width: number; height: number; format: 'jpeg' | 'png' | 'webp'; alpha: boolean; orientation: number }

/** A picture with a noisy red left half, EXIF (camera, GPS, orientation) and XMP; every one has other bytes. */
export async function aPicture(change: Partial<Shape> = {}): Promise<Buffer> {
  const { width, height, format, alpha, orientation }: Shape = { width: 1200, height: 800, format: 'jpeg', alpha: false, orientation: 1, ...change }
  const pixel = randomBytes(3)
  const left = { create: { width: Math.max(1, Math.floor(width / 2)), height, channels: 3 as const, background: { r: 200, g: pixel[0] ?? 0, b: pixel[1] ?? 0 } } }
  const background = { r: pixel[2] ?? 0, g: 0, b: 220, alpha: alpha ? 0.5 : 1 }
  return sharp({ create: { width, height, channels: alpha ? 4 : 3, background } })
    .composite([{ input: left, left: 0, top: 0 }])
    .withExif({ IFD0: { Make: METADATA_CANARY, Copyright: METADATA_CANARY }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' } })
    .withXmp(XMP)
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer()
}

/** A JPEG with these IPTC records (IIM 4.2: [record, dataset, content]) in the Photoshop block that programs write them into. */
export function withIptc(jpeg: Buffer, records: readonly (readonly [record: number, dataset: number, content: Buffer | string])[]): Buffer {
  const datasets = records.map(([record, dataset, content]) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const head = Buffer.from([0x1c, record, dataset, 0, 0])
    head.writeUInt16BE(bytes.byteLength, 3)
    return Buffer.concat([head, bytes])
  })
  const iptc = Buffer.concat(datasets)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(iptc.byteLength)
  const resource = Buffer.concat([Buffer.from('8BIM'), Buffer.from([0x04, 0x04, 0, 0]), length, iptc, Buffer.alloc(iptc.byteLength % 2)])
  const block = Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource])
  const segment = Buffer.from([0xff, 0xed, 0, 0])
  segment.writeUInt16BE(block.byteLength + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), segment, block, jpeg.subarray(2)])
}

/** An XMP packet with these properties of its rdf:Description. */
export function xmpPacket(properties: string): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`
}

/** The head of a PNG that declares a size, with a valid checksum and hardly any pixels. */
export function aPngHeader(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(64))), chunk('IEND', Buffer.alloc(0))])
}

/** A picture of `actor`'s that is ready to be placed; answers its id. */
export async function anAsset(actor: Actor, change: Partial<Shape> = {}): Promise<string> {
  const { asset } = done(await uploadMedia(actor, { fileName: 'picture.jpg', bytes: await aPicture({ width: 500, height: 300, ...change }) }))
  await processPendingMedia(10)
  return asset.id
}
