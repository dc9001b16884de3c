import 'server-only'
import { variantHeight, variantWidths } from '#domain/media.ts'
import { db } from '../db.ts'
import { log } from '../log.ts'
import { isDiskFull, storage } from '../storage.ts'
import { claimNext, finish, giveBack, giveUp, MAX_ATTEMPTS, renew, type Claim, type MadeVariant } from './claims.ts'
import { gate } from './gate.ts'
import { liveStoriesOf, tagsOfStories } from './live.ts'
import { openPicture } from './sharp.ts'

// One queue for the whole process: Next loads this file once for each route that uses it.
const KEY = Symbol.for('fourth-period.picture-desk')
type Holder = { [KEY]?: ReturnType<typeof gate> }
const holder = globalThis as Holder
const oneAtATime = (holder[KEY] ??= gate(1))

/** The encoders. AVIF at effort 3 takes a quarter of the time of effort 4, at about the same size. */
const ENCODERS = [
  { format: 'avif', options: { quality: 50, effort: 3 } },
  { format: 'webp', options: { quality: 72 } },
] as const

/**
 * Makes the variants of up to `limit` waiting pictures, one at a time in this process. Answers how many became READY, and the tags of
 * live pages that show them. Any number may run at once, and be killed at any moment: a claim runs out after two minutes.
 */
export async function processPendingMedia(limit: number): Promise<{ processed: number; tags: string[] }> {
  return oneAtATime(async () => {
    const touched = new Set<string>()
    let processed = 0
    for (let taken = 0; taken < limit; taken += 1) {
      const claim = await claimNext()
      if (claim === null) break
      if (!(await prepare(claim))) continue
      processed += 1
      for (const tag of tagsOfStories(await liveStoriesOf(db(), claim.id))) touched.add(tag)
    }
    for (const id of await giveUp()) log.error({ asset: id }, 'media: gave up on a picture')
    return { processed, tags: [...touched] }
  })
}

/** Prepares one claimed picture; a failure gives it back for another try. */
export async function prepare(claim: Claim): Promise<boolean> {
  try {
    const original = await storage.bytes(`original/${claim.originalKey}`)
    const variants: MadeVariant[] = []
    for (const width of variantWidths(claim)) {
      if (!(await renew(claim, new Date()))) return false
      variants.push(...(await makeVariants(original, claim, width)))
    }
    return await finish(claim, variants)
  } catch (error) {
    const diskFull = isDiskFull(error)
    log.warn({ asset: claim.id, attempt: claim.attempts, reason: error instanceof Error ? error.message : 'unknown' }, 'media: a picture could not be prepared')
    const isLast = claim.attempts >= MAX_ATTEMPTS && !diskFull
    await giveBack(claim, new Date(), { seconds: isLast ? -1 : diskFull ? 60 : 5, counts: !diskFull })
    return false
  }
}

/** Both formats of one width; the files are in storage before any row names them. */
async function makeVariants(original: Buffer, size: { width: number; height: number }, width: number): Promise<MadeVariant[]> {
  const height = variantHeight(size, width)
  const made: MadeVariant[] = []
  for (const { format, options } of ENCODERS) {
    const resized = openPicture(original).resize({ width, height, fit: 'fill' })
    const bytes = await (format === 'avif' ? resized.avif(options) : resized.webp(options)).toBuffer()
    const stored = storage.keyOf('variant', bytes, `.${format}`)
    await storage.put(stored, bytes)
    made.push({ key: stored.slice('variant/'.length), format, width, height, bytes: bytes.byteLength })
  }
  return made
}
