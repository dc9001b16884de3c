import 'server-only'
import { socialCrop } from '#domain/picture-crop.ts'
import { db, type Tx } from '../db.ts'
import { storage } from '../storage.ts'
import type { SocialPicture } from './derived.ts'
import { firstLookAlike } from './library/look-alikes.ts'
import { lockFile } from './lock.ts'
import { removeVariantFile } from './remove.ts'

/** One picture in hand: nobody else takes it until the lease has run out. */
export type Claim = { id: string; originalKey: string; width: number; height: number; focalX: number; focalY: number; attempts: number }

export const MAX_ATTEMPTS = 3
const GAVE_UP = 'The picture could not be prepared. Upload it again, or save it anew as JPEG first.'

/** Takes the picture that has waited longest, for two minutes, or null. Two who ask at once never get the same. */
export async function claimNext(): Promise<Claim | null> {
  const claims = await db().$queryRaw<Claim[]>`
    UPDATE "MediaAsset" SET "leaseUntil" = now() + interval '2 minutes', "attempts" = "attempts" + 1
    WHERE "id" = (
      SELECT "id" FROM "MediaAsset"
      WHERE "status" = 'PENDING' AND "attempts" < ${MAX_ATTEMPTS} AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
      ORDER BY "createdAt" LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
    )
    RETURNING "id", "originalKey", "width", "height", "focalX", "focalY", "attempts"`
  return claims[0] ?? null
}

/** Takes a prepared picture of which something is still to be made (its hash, the social picture of a new focal point, or a width that there was not before), or null. */
export async function claimUpkeep(): Promise<Claim | null> {
  const claims = await db().$queryRaw<Claim[]>`
    UPDATE "MediaAsset" SET "leaseUntil" = now() + interval '2 minutes'
    WHERE "id" = (
      SELECT "id" FROM "MediaAsset"
      WHERE "upkeep" AND "status" = 'READY' AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
      ORDER BY "createdAt" LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
    )
    RETURNING "id", "originalKey", "width", "height", "focalX", "focalY", "attempts"`
  return claims[0] ?? null
}

/** The row as long as this claim holds it. */
const held = (claim: Claim) => ({ id: claim.id, status: 'PENDING', attempts: claim.attempts }) as const

/** Two more minutes. False: the lease had run out and somebody else has the picture now. */
export async function renew(claim: Claim, now: Date): Promise<boolean> {
  const { count } = await db().mediaAsset.updateMany({ where: held(claim), data: { leaseUntil: new Date(now.getTime() + 120_000) } })
  return count === 1
}

export type MadeVariant = { key: string; format: 'avif' | 'webp'; width: number; height: number; bytes: number }
/** What is made of a picture besides its sizes. */
export type Derived = { hash: string; social: SocialPicture }

/** The variants and READY, in one transaction, unless somebody else has the picture now. */
export async function finish(claim: Claim, variants: readonly MadeVariant[], derived: Derived): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.mediaAsset.updateMany({ where: held(claim), data: { status: 'READY', leaseUntil: null, failure: null } })
    if (count === 0) return false
    await keepMade(tx, claim, variants, derived)
    return true
  })
}

/** What was still to be made of a prepared picture. */
export async function finishUpkeep(claim: Claim, variants: readonly MadeVariant[], derived: Derived): Promise<void> {
  await db().$transaction(async (tx) => {
    await keepMade(tx, claim, variants, derived)
    await tx.mediaAsset.updateMany({ where: { id: claim.id, status: 'READY' }, data: { leaseUntil: null } })
  })
}

/** Sizes, hash, hint and social picture. The focal point may have moved since the claim: then it stays on the list. */
async function keepMade(tx: Tx, claim: Claim, variants: readonly MadeVariant[], { hash, social }: Derived): Promise<void> {
  await lockFile(tx, claim.originalKey)
  const asset = await tx.mediaAsset.findUnique({ where: { id: claim.id }, select: { id: true, originalKey: true, createdAt: true, perceptualHash: true } })
  if (asset === null) return
  await tx.mediaVariant.createMany({ data: variants.map((variant) => ({ assetId: claim.id, ...variant })), skipDuplicates: true })
  await storage.put(`variant/${social.key}`, social.bytes)
  const crop = socialCrop(claim)
  const { key, width, height } = social
  const made = { key, height, bytes: social.bytes.byteLength }
  await tx.mediaVariant.upsert({
    where: { assetId_crop_format_width: { assetId: claim.id, crop, format: 'jpeg', width } },
    create: { assetId: claim.id, crop, format: 'jpeg', width, ...made },
    update: made,
    select: { id: true },
  })
  // The hint is of the day when the picture came: it does not change when others come or go.
  const hint = asset.perceptualHash === null ? { perceptualHash: hash, looksLikeId: await firstLookAlike(tx, { ...asset, perceptualHash: hash }) } : {}
  await tx.mediaAsset.update({ where: { id: claim.id }, data: hint, select: { id: true } })
  await tx.mediaAsset.updateMany({ where: { id: claim.id, focalX: claim.focalX, focalY: claim.focalY }, data: { upkeep: false } })
  await dropOldSocial(tx, claim.id)
}

/** Social pictures of focal points that neither the asset nor a working or live revision has any more. */
async function dropOldSocial(tx: Tx, assetId: string): Promise<void> {
  const inUse = { revision: { is: { OR: [{ workingOf: { isNot: null } }, { liveOf: { isNot: null } }] } } }
  const asset = await tx.mediaAsset.findUniqueOrThrow({
    where: { id: assetId },
    select: {
      focalX: true, focalY: true,
      placements: { where: inUse, select: { focalX: true, focalY: true } },
      variants: { where: { crop: { startsWith: 'social ' } }, select: { id: true, crop: true, key: true } },
    },
  })
  const needed = new Set([asset, ...asset.placements].map(socialCrop))
  for (const { id, key } of asset.variants.filter(({ crop }) => !needed.has(crop))) {
    await tx.mediaVariant.delete({ where: { id }, select: { id: true } })
    await removeVariantFile(tx, key)
  }
}

/** Gives the picture back to be tried again in `seconds`; `counts: false` when it was not the picture's fault. */
export async function giveBack(claim: Claim, now: Date, { seconds, counts }: { seconds: number; counts: boolean }): Promise<void> {
  await db().mediaAsset.updateMany({
    where: held(claim),
    data: { leaseUntil: new Date(now.getTime() + seconds * 1_000), ...(counts ? {} : { attempts: claim.attempts - 1 }) },
  })
}

/** Leaves a prepared picture without what could not be made: once more in a minute if the disk was full, else when its focal point moves. */
export async function postponeUpkeep(claim: Claim, now: Date, { diskFull }: { diskFull: boolean }): Promise<void> {
  const data = diskFull ? { leaseUntil: new Date(now.getTime() + 60_000) } : { leaseUntil: null, upkeep: false }
  await db().mediaAsset.updateMany({ where: { id: claim.id, status: 'READY' }, data })
}

/** Gives up on pictures whose last attempt has failed or died; answers their ids. */
export async function giveUp(): Promise<string[]> {
  const failed = await db().$queryRaw<{ id: string }[]>`
    UPDATE "MediaAsset" SET "status" = 'FAILED', "failure" = ${GAVE_UP}, "leaseUntil" = NULL
    WHERE "status" = 'PENDING' AND "attempts" >= ${MAX_ATTEMPTS} AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
    RETURNING "id"`
  return failed.map(({ id }) => id)
}
