import 'server-only'
import { variantHeight, variantWidths } from '#domain/media.ts'
import { db } from '../db.ts'
import { log, reasonOf } from '../log.ts'
import { isDiskFull, storage } from '../storage.ts'
import { claimNext, claimUpkeep, finish, finishUpkeep, giveBack, giveUp, MAX_ATTEMPTS, postponeUpkeep, renew, type Claim, type MadeVariant } from './claims.ts'
import { hashOf, makeSocial } from './derived.ts'
import { processGate } from './gate.ts'
import { liveStoriesOf, tagsOfStories } from './live.ts'
import { openPicture } from './sharp.ts'

const oneAtATime = processGate('picture-desk', 1)

/** The encoders. AVIF at effort 3 takes a quarter of the time of effort 4, at about the same size. */
const ENCODERS = [
  { format: 'avif', options: { quality: 50, effort: 3 } },
  { format: 'webp', options: { quality: 72 } },
] as const

/**
 * Makes the variants of up to `limit` waiting pictures, one at a time in this process, and with what is left of the limit what prepared
 * ones still lack. Answers how many became READY, and the tags of live pages that show them. Any number may run at once, and be killed at any moment: a claim runs out after two minutes.
 */
export async function processPendingMedia(limit: number): Promise<{ processed: number; tags: string[] }> {
  return oneAtATime(async () => {
    const touched = new Set<string>()
    let processed = 0
    for (let taken = 0; taken < limit; taken += 1) {
      const claim = await claimNext()
      const due = claim ?? (await claimUpkeep())
      if (due === null) break
      if (claim === null ? !(await keepUp(due)) : !(await prepare(claim))) continue
      if (claim !== null) processed += 1
      for (const tag of tagsOfStories(await liveStoriesOf(db(), due.id))) touched.add(tag)
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
    const derived = { hash: await hashOf(original), social: await makeSocial(original, claim, claim) }
    return await finish(claim, variants, derived)
  } catch (error) {
    const diskFull = isDiskFull(error)
    log.warn({ asset: claim.id, attempt: claim.attempts, reason: reasonOf(error) }, 'media: a picture could not be prepared')
    const isLast = claim.attempts >= MAX_ATTEMPTS && !diskFull
    await giveBack(claim, new Date(), { seconds: isLast ? -1 : diskFull ? 60 : 5, counts: !diskFull })
    return false
  }
}

/** Makes what one prepared picture still lacks. A failure is logged: the picture can be used without. */
async function keepUp(claim: Claim): Promise<boolean> {
  try {
    const original = await storage.bytes(`original/${claim.originalKey}`)
    const made = await db().mediaVariant.findMany({ where: { assetId: claim.id, crop: 'full' }, select: { width: true } })
    const variants: MadeVariant[] = []
    for (const width of variantWidths(claim)) if (!made.some((one) => one.width === width)) variants.push(...(await makeVariants(original, claim, width)))
    await finishUpkeep(claim, variants, { hash: await hashOf(original), social: await makeSocial(original, claim, claim) })
    return true
  } catch (error) {
    log.warn({ asset: claim.id, reason: reasonOf(error) }, 'media: what a prepared picture still lacks could not be made')
    await postponeUpkeep(claim, new Date(), { diskFull: isDiskFull(error) })
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
