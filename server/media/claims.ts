import 'server-only'
import { db } from '../db.ts'

/** One picture in hand: nobody else takes it until the lease has run out. */
export type Claim = { id: string; originalKey: string; width: number; height: number; attempts: number }

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
    RETURNING "id", "originalKey", "width", "height", "attempts"`
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

/** The variants and READY, in one transaction, unless somebody else has the picture now. */
export async function finish(claim: Claim, variants: readonly MadeVariant[]): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.mediaAsset.updateMany({ where: held(claim), data: { status: 'READY', leaseUntil: null, failure: null } })
    if (count === 0) return false
    await tx.mediaVariant.createMany({ data: variants.map(({ key, format, width, height, bytes }) => ({ assetId: claim.id, key, format, width, height, bytes })) })
    return true
  })
}

/** Gives the picture back to be tried again in `seconds`; `counts: false` when it was not the picture's fault. */
export async function giveBack(claim: Claim, now: Date, { seconds, counts }: { seconds: number; counts: boolean }): Promise<void> {
  await db().mediaAsset.updateMany({
    where: held(claim),
    data: { leaseUntil: new Date(now.getTime() + seconds * 1_000), ...(counts ? {} : { attempts: claim.attempts - 1 }) },
  })
}

/** Gives up on pictures whose last attempt has failed or died; answers their ids. */
export async function giveUp(): Promise<string[]> {
  const failed = await db().$queryRaw<{ id: string }[]>`
    UPDATE "MediaAsset" SET "status" = 'FAILED', "failure" = ${GAVE_UP}, "leaseUntil" = NULL
    WHERE "status" = 'PENDING' AND "attempts" >= ${MAX_ATTEMPTS} AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
    RETURNING "id"`
  return failed.map(({ id }) => id)
}
