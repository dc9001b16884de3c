import { z } from 'zod'

/** What a HEIC photo says of itself that a caption can use; '' where it says nothing. `takenAt`: ISO 8601, perhaps without a zone. */
export type PhotoFacts = { description: string; creator: string; rights: string; takenAt: string }

const text = z.string().catch('')
const exif = z.object({ ImageDescription: text, Artist: text, Copyright: text, DateTimeOriginal: text, OffsetTimeOriginal: text })

/** The facts among what EXIF says (Exif 3.0, 4.6). Dates are "YYYY:MM:DD HH:MM:SS" there. */
export function factsIn(found: unknown): PhotoFacts {
  const parsed = exif.safeParse(found)
  if (!parsed.success) return { description: '', creator: '', rights: '', takenAt: '' }
  const { ImageDescription, Artist, Copyright, DateTimeOriginal, OffsetTimeOriginal } = parsed.data
  const [, year, month, day, time] = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(DateTimeOriginal) ?? []
  const zone = /^[+-]\d{2}:\d{2}$/.test(OffsetTimeOriginal) ? OffsetTimeOriginal : ''
  return { description: ImageDescription.trim(), creator: Artist.trim(), rights: Copyright.trim(), takenAt: year === undefined ? '' : `${year}-${month}-${day}T${time}${zone}` }
}

/** Reads the facts of a HEIC photo. GPS is not even asked for. A file that says nothing readable has none. */
export async function readPhotoFacts(photo: Blob): Promise<PhotoFacts> {
  try {
    const { parse } = await import('exifr')
    // Only these tags are looked up: no maker notes, no thumbnail, no place.
    const found: unknown = await parse(await photo.arrayBuffer(), {
      pick: ['ImageDescription', 'Artist', 'Copyright', 'DateTimeOriginal', 'OffsetTimeOriginal'],
      reviveValues: false,
      gps: false,
      xmp: false,
      icc: false,
    })
    return factsIn(found)
  } catch {
    return factsIn(null)
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML 1.0 can hold no other control characters.
const escaped = (value: string) => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed().replace(/[&<>"]/g, (char) => ESCAPES[char] ?? '')

/** The facts as an XMP packet (ISO 16684-1), or null where there are none. */
export function xmpPacket({ description, creator, rights, takenAt }: PhotoFacts): string | null {
  const alternative = (name: string, value: string) => (value === '' ? '' : `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></dc:${name}>`)
  const inner = [
    alternative('description', description),
    alternative('rights', rights),
    creator === '' ? '' : `<dc:creator><rdf:Seq><rdf:li>${escaped(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    takenAt === '' ? '' : `<photoshop:DateCreated>${escaped(takenAt)}</photoshop:DateCreated>`,
  ].join('')
  if (inner === '') return null
  const spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${spaces}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`
}

const XMP_HEADER = 'http://ns.adobe.com/xap/1.0/\0'
/** The longest that one segment of a JPEG can be, its own length included. */
const MAX_SEGMENT = 65_535

/** A JPEG with an XMP packet right after its first marker; unchanged where it is no JPEG or the packet is too long for one segment. */
export function withXmp(jpeg: Uint8Array<ArrayBuffer>, packet: string): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(XMP_HEADER + packet)
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8 || body.length + 2 > MAX_SEGMENT) return jpeg
  const whole = new Uint8Array(jpeg.length + body.length + 4)
  whole.set(jpeg.subarray(0, 2))
  whole.set([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff], 2)
  whole.set(body, 6)
  whole.set(jpeg.subarray(2), 6 + body.length)
  return whole
}

/** A JPEG that was made of a photo, with what the photo says of itself, as camera software writes it. */
export async function withFactsOf(photo: Blob, jpeg: File): Promise<File> {
  const packet = xmpPacket(await readPhotoFacts(photo))
  if (packet === null) return jpeg
  return new File([withXmp(new Uint8Array(await jpeg.arrayBuffer()), packet)], jpeg.name, { type: jpeg.type, lastModified: jpeg.lastModified })
}
