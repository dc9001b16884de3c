import 'server-only'
import { cropRegion, SOCIAL_SIZE, type Focus } from '#domain/picture-crop.ts'
import { differenceHash, HASH_SIZE } from '#domain/picture-hash.ts'
import { storage } from '../storage.ts'
import { openPicture } from './sharp.ts'

/** A social picture in memory, with the key that it will have. */
export type SocialPicture = { key: string; bytes: Buffer; width: number; height: number }

/** The picture that links show, around the focal point: 1200 × 630, or as large as the original allows; JPEG, which every site takes. */
export async function makeSocial(original: Buffer, size: { width: number; height: number }, focus: Focus): Promise<SocialPicture> {
  const region = cropRegion(size, focus, SOCIAL_SIZE.width / SOCIAL_SIZE.height)
  const width = Math.min(SOCIAL_SIZE.width, region.width)
  const height = Math.max(1, Math.round((width * SOCIAL_SIZE.height) / SOCIAL_SIZE.width))
  const bytes = await openPicture(original)
    .extract(region)
    .resize({ width, height, fit: 'fill' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80, mozjpeg: false })
    .toBuffer()
  return { key: storage.keyOf('variant', bytes, '.jpg').slice('variant/'.length), bytes, width, height }
}

/** The perceptual hash of a picture (domain/picture-hash.ts). */
export async function hashOf(original: Buffer): Promise<string> {
  const grey = await openPicture(original)
    .flatten({ background: '#ffffff' })
    .resize({ ...HASH_SIZE, fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return differenceHash(new Uint8Array(grey))
}
