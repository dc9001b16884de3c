import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, type PlainAction } from '#domain/policy.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { STANDING } from './asset-rows.ts'

const GONE = 'This picture is gone.'

/** A picture as its commands need it. */
export const LOCKED = {
  ...STANDING,
  id: true,
  fileName: true,
  originalKey: true,
  version: true,
  caption: true,
  alt: true,
  copyright: true,
  takenAt: true,
  place: true,
  people: true,
  focalX: true,
  focalY: true,
  makerStaffId: true,
  proofFileKey: true,
  replacedById: true,
  uploadedById: true,
} as const satisfies Prisma.MediaAssetSelect
export type LockedAsset = Prisma.MediaAssetGetPayload<{ select: typeof LOCKED }>

/** Takes the lock that assetStandings shares: no publication reads the standing while it changes. */
export async function lockAsset(tx: Tx, assetId: string): Promise<LockedAsset> {
  await tx.$queryRaw`SELECT 1 FROM "MediaAsset" WHERE "id" = ${assetId}::uuid FOR NO KEY UPDATE`
  const asset = await tx.mediaAsset.findUnique({ where: { id: assetId }, select: LOCKED })
  if (asset === null) throw new Refusal(GONE)
  return asset
}

/** Lock, then policy: the first steps of every command on a picture. The actor comes back with the role that they have now. */
export async function lockAssetFor(tx: Tx, asked: Actor, action: Extract<PlainAction, 'editMedia' | 'deleteMedia'>, assetId: string): Promise<{ acting: Actor; asset: LockedAsset }> {
  const acting = await actorNow(tx, asked)
  const asset = await lockAsset(tx, assetId)
  const verdict = decide(acting.role, action, { isSelf: asset.uploadedById === acting.userId })
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return { acting, asset }
}

/**
 * Makes everybody who keeps or removes the file of this key wait until the transaction ends: a file that a new row is about to name is
 * not removed because an old row has gone.
 */
export async function lockFile(tx: Tx, key: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${key}, 5))) AS locked`
}
