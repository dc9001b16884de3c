import 'server-only'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { log, reasonOf } from '../log.ts'
import { storage } from '../storage.ts'
import { lockAssetFor, lockFile } from './lock.ts'

/** Nobody has worked on its words: what they say, if anything, was read from the file. */
export function isUntouched(asset: { version: number; caption: string; alt: string }): boolean {
  return asset.version === 1 || (asset.caption === '' && asset.alt === '')
}

type Files = { originalKey: string; variantKeys: string[]; proofKey: string | null }

/**
 * Throws away a picture that was never placed and never captioned; no revision, however old, may lose its picture. The files go with
 * the last row that names them.
 */
export function deleteAsset(actor: Actor, { assetId }: { assetId: string }): Promise<CommandResult> {
  return outcome(async () => {
    const files = await inTransaction((tx) => deleteIn(tx, actor, assetId))
    await removeFiles(files).catch((error: unknown) => {
      // The row is gone, which is what counts; a file that nobody names any more harms nobody.
      log.warn({ reason: reasonOf(error) }, 'media: could not remove the files of a deleted picture')
    })
    return { ok: true, tags: [] }
  })
}

async function deleteIn(tx: Tx, actor: Actor, assetId: string): Promise<Files> {
  const { acting, asset } = await lockAssetFor(tx, actor, 'deleteMedia', assetId)
  // Against a placement that comes in now: it share-locks the row's key.
  await tx.$queryRaw`SELECT 1 FROM "MediaAsset" WHERE "id" = ${assetId}::uuid FOR UPDATE`
  if ((await tx.placement.count({ where: { assetId } })) > 0) throw new Refusal('This picture stands in a story, or did in an earlier revision, so it stays.')
  if ((await tx.mediaAsset.count({ where: { replacedById: assetId } })) > 0) throw new Refusal('This picture took the place of another one, so it stays.')
  if ((await tx.staffMember.count({ where: { portraitId: assetId } })) > 0) throw new Refusal('Somebody on staff has this picture in their profile, so it stays.')
  if (!isUntouched(asset)) throw new Refusal('Somebody has captioned this picture, so it stays. Empty its caption and alt text first.')
  const variants = await tx.mediaVariant.findMany({ where: { assetId }, select: { key: true } })
  await tx.mediaAsset.delete({ where: { id: assetId }, select: { id: true } })
  await recordEvent(tx, { actor: acting, kind: 'media.deleted', subjectId: assetId, data: { originalKey: asset.originalKey } })
  return { originalKey: asset.originalKey, variantKeys: variants.map(({ key }) => key), proofKey: asset.proofFileKey }
}

async function removeFiles({ originalKey, variantKeys, proofKey }: Files): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockFile(tx, originalKey)
    // The same picture once more would have, or is being given, the same variants.
    if ((await tx.mediaAsset.count({ where: { originalKey } })) === 0) {
      await storage.remove(`original/${originalKey}`)
      for (const key of new Set(variantKeys)) await removeVariantFile(tx, key)
    }
    if (proofKey !== null) await removeProofFile(tx, proofKey)
  })
}

/** Removes the file of a variant that no row names any more. */
export async function removeVariantFile(tx: Tx, key: string): Promise<void> {
  if ((await tx.mediaVariant.count({ where: { key } })) === 0) await storage.remove(`variant/${key}`)
}

/** Removes a proof that no row names any more. */
export async function removeProofFile(tx: Tx, key: string): Promise<void> {
  await lockFile(tx, key)
  if ((await tx.mediaAsset.count({ where: { proofFileKey: key } })) === 0) await storage.remove(key)
}
