import 'server-only'
import sharp, { type Sharp } from 'sharp'
import { MAX_UPLOAD_PIXELS } from '#domain/media.ts'

// The one door to sharp. Every loader is shut but the three that we take, so that no hole in a decoder for SVG, HEIF,
// TIFF, GIF or PDF can be reached, whatever a file says that it is.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.concurrency(1)
sharp.cache(false)

const LIMITS = { failOn: 'error', sequentialRead: true, pages: 1 } as const
const MAX_SECONDS = 20

/** The first frame of a JPEG, PNG or WebP; whatever is made of it carries none of its metadata. */
export function openPicture(bytes: Uint8Array): Sharp {
  return sharp(bytes, { ...LIMITS, limitInputPixels: MAX_UPLOAD_PIXELS }).timeout({ seconds: MAX_SECONDS })
}

/** Pixels that we hold ourselves, three bytes each: nothing is decoded. */
export function openPixels(pixels: Uint8Array, { width, height }: { width: number; height: number }): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: MAX_UPLOAD_PIXELS }).timeout({ seconds: MAX_SECONDS })
}

/** The blocks of metadata that it carries, as they stand in the file; no pixel is decoded. */
export async function readMetadata(bytes: Uint8Array): Promise<{ exif: Buffer | undefined; iptc: Buffer | undefined; xmp: Buffer | undefined }> {
  const { exif, iptc, xmp } = await sharp(bytes, { ...LIMITS, limitInputPixels: false }).metadata()
  return { exif, iptc, xmp }
}

/** What its header says; no pixel is decoded. Throws when there is no whole header. */
export async function readHeader(bytes: Uint8Array): Promise<{ width: number; height: number; hasAlpha: boolean }> {
  const { width, height, hasAlpha } = await sharp(bytes, { ...LIMITS, limitInputPixels: false }).metadata()
  return { width, height, hasAlpha }
}

/** A picture of pixels that we made ourselves: red, green, blue and opacity, a byte each. */
export function ofPixels({ bytes, width, height }: { bytes: Uint8Array; width: number; height: number }): Sharp {
  return sharp(bytes, { raw: { width, height, channels: 4 } })
}
