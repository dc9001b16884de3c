/**
 * Photos as iPhones make them: HEIF files with HEVC inside. The server never decodes them (its decoder would be one more door for
 * hostile files), so the browser makes a JPEG first: by itself where it can (Safari), else with libheif (heic-to).
 */

/** Brands of HEIF with HEVC inside (ISO/IEC 23008-12, B.4.1 and Annex F). `mif1` and `msf1` alone do not tell what is inside. */
const HEVC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'])
const GENERAL_BRANDS: ReadonlySet<string> = new Set(['mif1', 'msf1'])
/** As much of a file as holds its list of brands. */
const HEAD_BYTES = 64
const JPEG_QUALITY = 0.92

const text = (bytes: Uint8Array, from: number) => String.fromCharCode(...bytes.subarray(from, from + 4))

/** Whether a file that begins with these bytes is a HEIC photo. Names and declared types are never believed. */
export function isHeic(head: Uint8Array): boolean {
  if (head.length < 12 || text(head, 4) !== 'ftyp') return false
  const size = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0)
  const major = text(head, 8)
  if (HEVC_BRANDS.has(major)) return true
  if (!GENERAL_BRANDS.has(major)) return false
  // After the minor version come the compatible brands. An AVIF names no HEVC brand.
  const compatible: string[] = []
  for (let at = 16; at + 4 <= Math.min(size, head.length); at += 4) compatible.push(text(head, at))
  return compatible.some((brand) => HEVC_BRANDS.has(brand)) || !compatible.some((brand) => brand.startsWith('avi'))
}

/** Whether this file is a HEIC photo, by its content. */
export async function isHeicFile(file: Blob): Promise<boolean> {
  return isHeic(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
}

/** Makes a JPEG of a HEIC photo; rejects where it cannot. */
export type HeicDecoder = (photo: Blob) => Promise<Blob>

/** The name of the JPEG that is made of a photo: IMG_2041.HEIC becomes IMG_2041.jpg. */
export function jpegName(name: string): string {
  return `${name.replace(/\.(?:hei[cf]s?|hif)$/i, '')}.jpg`
}

/** A HEIC photo as a JPEG by the first decoder that can, or null where none can. */
export async function toJpeg(photo: File, decoders: readonly HeicDecoder[]): Promise<File | null> {
  for (const decode of decoders) {
    const jpeg = await decode(photo).catch(() => null)
    if (jpeg !== null && jpeg.size > 0) return new File([jpeg], jpegName(photo.name), { type: 'image/jpeg', lastModified: photo.lastModified })
  }
  return null
}

/** The browser's own decoder: Safari has one. */
const byBrowser: HeicDecoder = async (photo) => {
  const bitmap = await createImageBitmap(photo)
  try {
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('no JPEG')) : resolve(blob)), 'image/jpeg', JPEG_QUALITY))
  } finally {
    bitmap.close()
  }
}

/** libheif as plain JavaScript in a worker (the build that needs no eval); three megabytes, fetched only when there is a HEIC photo. */
const byLibheif: HeicDecoder = async (photo) => {
  const { heicTo } = await import('heic-to/csp')
  return heicTo({ blob: photo, type: 'image/jpeg', quality: JPEG_QUALITY })
}

export const HEIC_DECODERS: readonly HeicDecoder[] = [byBrowser, byLibheif]
