import 'server-only'
import { MAX_RATIO, MAX_UPLOAD_PIXELS } from '#domain/media.ts'
import { notAPicture, pictureKind, pngSize } from '#domain/picture-kind.ts'
import { processGate } from './gate.ts'
import { openPicture, readHeader } from './sharp.ts'

/** An upload made fit to keep: upright, in sRGB, without metadata. `placeholder`: a tiny blurred WebP as a data URL. */
export type CleanPicture = { bytes: Buffer; width: number; height: number; placeholder: string }
export type Cleaning = { ok: true; picture: CleanPicture } | { ok: false; status: 413 | 415 | 422; message: string }

/** A re-encoded picture larger than this is not kept (only a noisy one with transparency gets there). */
const MAX_KEPT_BYTES = 64 * 1024 * 1024
const PLACEHOLDER_SIDE = 16

const refused = (status: 413 | 415 | 422, message: string): Cleaning => ({ ok: false, status, message })
const DAMAGED = 'This picture is damaged or incomplete. Save or export it again, then upload that.'
const oneAtATime = processGate('decoding', 1)

/**
 * Takes the bytes of an upload as they came: tells by content whether they are a picture that we take, reads its size from the
 * header before decoding, and encodes it anew, one at a time. Expected refusals are answers with an HTTP status.
 */
export async function cleanPicture(bytes: Uint8Array): Promise<Cleaning> {
  if (pictureKind(bytes) === null) return refused(415, notAPicture(bytes))
  const header = pngSize(bytes) ?? (await readHeader(bytes).catch(() => null))
  if (header === null || header.width < 1 || header.height < 1) return refused(422, DAMAGED)
  const { width, height } = header
  if (width * height > MAX_UPLOAD_PIXELS) {
    const megapixels = Math.ceil((width * height) / 1e6).toLocaleString('en-US')
    return refused(413, `This picture has ${megapixels} megapixels. The limit is 60 megapixels: make it smaller and upload that.`)
  }
  if (Math.max(width / height, height / width) > MAX_RATIO) return refused(422, `This picture is more than ${MAX_RATIO} times as long as wide. Crop it and upload that.`)
  try {
    const picture = await oneAtATime(() => encodeAnew(bytes))
    return picture.bytes.byteLength > MAX_KEPT_BYTES ? refused(413, 'This picture is too large to keep. Save it as JPEG and upload that.') : { ok: true, picture }
  } catch (error) {
    const tookLong = error instanceof Error && /timeout/i.test(error.message)
    return refused(422, tookLong ? 'This picture took too long to read. Make it smaller and upload that.' : DAMAGED)
  }
}

// Optimized Huffman tables would hold every coefficient in memory: 750 MB instead of 50 MB for 60 megapixels, for a fifth less on disk.
const KEPT_JPEG = { quality: 90, chromaSubsampling: '4:4:4', optimizeCoding: false } as const

/** JPEG for what is opaque, PNG for what has transparency. No metadata is written unless sharp is asked for it. */
async function encodeAnew(bytes: Uint8Array): Promise<CleanPicture> {
  const { hasAlpha } = await readHeader(bytes)
  const upright = openPicture(bytes).autoOrient().toColourspace('srgb')
  const encoded = hasAlpha ? upright.png({ compressionLevel: 6 }) : upright.jpeg(KEPT_JPEG)
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height, placeholder: await placeholderOf(data) }
}

async function placeholderOf(bytes: Uint8Array): Promise<string> {
  const tiny = await openPicture(bytes)
    .resize({ width: PLACEHOLDER_SIDE, height: PLACEHOLDER_SIDE, fit: 'inside' })
    .blur(1)
    .webp({ quality: 30, alphaQuality: 30 })
    .toBuffer()
  return `data:image/webp;base64,${tiny.toString('base64')}`
}
