import 'server-only'
import exifr from 'exifr'
import { NO_METADATA, pictureFacts, type FileMetadata, type PictureFacts } from '#domain/picture-facts.ts'
import { MAX_XMP_CHARS, readXmp } from '#domain/picture-metadata/xmp.ts'
import { log, reasonOf } from '../log.ts'
import { readMetadata } from './sharp.ts'

/** What a JPEG segment can hold: two bytes of its length count too. A block that is longer was never written by a camera. */
const MAX_BLOCK = 65_533

/**
 * Only these fields are looked at; where the camera stood (GPS) is not among them. XMP is read by our own reader: exifr makes names of the
 * file the keys of objects (a packet can put a property on Object.prototype) and takes quadratic time for tags that never close.
 */
const READ = {
  tiff: true,
  ifd0: { pick: ['ImageDescription', 'Artist', 'Copyright'] },
  exif: { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'] },
  iptc: true,
  gps: false,
  interop: false,
  ifd1: false,
  xmp: false,
  icc: false,
  jfif: false,
  ihdr: false,
  makerNote: false,
  userComment: false,
  mergeOutput: false,
  translateValues: false,
  reviveValues: false,
}

/** A JPEG that is nothing but these blocks: exifr gets no byte of the picture, and never more than two segments. */
function metadataOnly(exif: Buffer | undefined, iptc: Buffer | undefined): Buffer {
  const segment = (marker: number, block: Buffer | undefined) => {
    if (block === undefined || block.byteLength === 0 || block.byteLength > MAX_BLOCK) return Buffer.alloc(0)
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(block.byteLength + 2, 2)
    return Buffer.concat([head, block])
  }
  const withHeader = exif === undefined || exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif : Buffer.concat([Buffer.from('Exif\0\0'), exif])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, withHeader), segment(0xed, iptc), Buffer.from([0xff, 0xd9])])
}

function bag(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

async function exifAndIptc(exif: Buffer | undefined, iptc: Buffer | undefined): Promise<Pick<FileMetadata, 'exif' | 'iptc'>> {
  if (exif === undefined && iptc === undefined) return NO_METADATA
  const parsed: unknown = await exifr.parse(metadataOnly(exif, iptc), READ)
  const blocks = bag(parsed)
  return { exif: { ...bag(blocks['ifd0']), ...bag(blocks['exif']) }, iptc: bag(blocks['iptc']) }
}

/**
 * What the bytes of an upload, as they came, say of the picture. Broken or hostile metadata says nothing: the file's name is asked
 * then. `timeZone`: of the school, for times without a zone.
 */
export async function extractFacts(bytes: Uint8Array, about: { fileName: string; timeZone: string; now: Date }): Promise<PictureFacts> {
  return pictureFacts(await fileMetadata(bytes), about)
}

async function fileMetadata(bytes: Uint8Array): Promise<FileMetadata> {
  try {
    const { exif, iptc, xmp } = await readMetadata(bytes)
    const packet = xmp === undefined || xmp.byteLength > MAX_XMP_CHARS ? '' : xmp.toString('utf8')
    const fromBlocks = await exifAndIptc(exif, iptc).catch(() => NO_METADATA)
    return { ...fromBlocks, xmp: readXmp(packet) }
  } catch (error) {
    log.info({ reason: reasonOf(error) }, 'media: the metadata of an upload could not be read')
    return NO_METADATA
  }
}
