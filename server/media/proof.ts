import 'server-only'
import { keptFileName } from '#domain/media.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { pictureKind } from '#domain/picture-kind.ts'
import { decide } from '#domain/policy.ts'
import { isPdf, MAX_PROOF_BYTES, proofKind, type ProofKind } from '#domain/proof-file.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction } from '../db.ts'
import { isDiskFull, storage } from '../storage.ts'
import { cleanPicture } from './cleaning.ts'
import { refuseWithoutProof } from './commands.ts'
import { lockAssetFor, lockFile } from './lock.ts'
import { removeProofFile } from './remove.ts'
import { reread } from './words.ts'

const NOT_A_PROOF = 'A proof has to be a PDF, a PNG or a JPEG.'

type Kept = { bytes: Uint8Array; ending: ProofKind['ending'] }

/** The bytes to keep: pictures are encoded anew, which leaves nothing of what they may carry; a PDF stays as it came. */
async function cleanProof(bytes: Uint8Array): Promise<Kept> {
  if (bytes.byteLength > MAX_PROOF_BYTES) throw new Refusal('This file is larger than 5 MB. Make it smaller and upload that.', 'file')
  if (isPdf(bytes)) return { bytes, ending: '.pdf' }
  const kind = pictureKind(bytes)
  if (kind !== 'png' && kind !== 'jpeg') throw new Refusal(NOT_A_PROOF, 'file')
  const cleaning = await cleanPicture(bytes)
  if (!cleaning.ok) throw new Refusal(cleaning.message, 'file')
  return { bytes: cleaning.picture.bytes, ending: pictureKind(cleaning.picture.bytes) === 'png' ? '.png' : '.jpg' }
}

/** Keeps a file as proof of a picture's right, in the place of a former one. It is never public. */
export function keepProof(actor: Actor, { assetId, fileName, bytes }: { assetId: string; fileName: string; bytes: Uint8Array }): Promise<CommandResult<{ asset: NewsroomAsset }>> {
  return outcome(async () => {
    // Before any work is spent on the file.
    await inTransaction((tx) => lockAssetFor(tx, actor, 'editMedia', assetId))
    const kept = await cleanProof(bytes)
    const key = storage.keyOf('proof', kept.bytes, kept.ending)
    return inTransaction(async (tx) => {
      const { acting, asset } = await lockAssetFor(tx, actor, 'editMedia', assetId)
      await lockFile(tx, key)
      await put(key, kept.bytes)
      await tx.mediaAsset.update({ where: { id: assetId }, data: { proofFileKey: key, proofFileName: keptFileName(fileName) }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'media.proofAdded', subjectId: assetId, data: { key } })
      if (asset.proofFileKey !== null && asset.proofFileKey !== key) await removeProofFile(tx, asset.proofFileKey)
      return { ok: true, tags: [], asset: await reread(tx, acting, assetId) }
    })
  })
}

async function put(key: string, bytes: Uint8Array): Promise<void> {
  try {
    await storage.put(key, bytes)
  } catch (error) {
    if (isDiskFull(error)) throw new Refusal('The site has no room left for files. Tell whoever runs it, and try again later.', 'file')
    throw error
  }
}

/** Takes the file away that was kept as proof; refused where a live picture may not be published without it. */
export function removeProof(actor: Actor, { assetId }: { assetId: string }): Promise<CommandResult<{ asset: NewsroomAsset }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { acting, asset } = await lockAssetFor(tx, actor, 'editMedia', assetId)
      if (asset.proofFileKey !== null) {
        await refuseWithoutProof(tx, asset)
        await tx.mediaAsset.update({ where: { id: assetId }, data: { proofFileKey: null, proofFileName: '' }, select: { id: true } })
        await recordEvent(tx, { actor: acting, kind: 'media.proofRemoved', subjectId: assetId, data: { key: asset.proofFileKey } })
        await removeProofFile(tx, asset.proofFileKey)
      }
      return { ok: true, tags: [], asset: await reread(tx, acting, assetId) }
    }),
  )
}

/** A proof for whoever may enter the newsroom: its name, its kind and its content; null for everybody else, and where there is none. */
export async function readProof(actor: Actor, assetId: string): Promise<{ fileName: string; kind: ProofKind; size: number; stream: () => ReadableStream<Uint8Array> } | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return null
  const asset = await db().mediaAsset.findUnique({ where: { id: assetId }, select: { proofFileKey: true, proofFileName: true } })
  const kind = proofKind(asset?.proofFileKey ?? '')
  if (asset === null || asset.proofFileKey === null || kind === null) return null
  const file = await storage.read(asset.proofFileKey)
  return file === null ? null : { fileName: asset.proofFileName, kind, ...file }
}
