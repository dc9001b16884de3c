import 'server-only'
import { keptFileName, UPLOAD_QUOTA, type NewsroomAsset } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { Problem } from '#domain/result.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { log } from '../log.ts'
import { isDiskFull, storage } from '../storage.ts'
import { cleanPicture, type CleanPicture } from './cleaning.ts'
import { newsroomAssets } from './queries.ts'

/** A refused upload also says which HTTP status fits. */
export type UploadRefused = { ok: false; problems: Problem[]; status: 403 | 413 | 415 | 422 | 429 | 507 }
export type UploadResult = { ok: true; tags: string[]; asset: NewsroomAsset } | UploadRefused

const refused = (status: UploadRefused['status'], message: string): UploadRefused => ({ ok: false, status, problems: [{ field: 'file', message }] })

/**
 * Keeps one picture: policy → quota → clean → file → row and audit in one transaction. The row is PENDING until processing.ts has
 * made its variants. A file without a row can be left behind by a crash; a row without a file cannot.
 */
export async function uploadMedia(actor: Actor, { fileName, bytes }: { fileName: string; bytes: Uint8Array }): Promise<UploadResult> {
  const verdict = decide(actor.role, 'uploadMedia')
  if (!verdict.allowed) return refused(403, verdict.reason)
  const early = await overQuota(db(), actor)
  if (early !== null) return early
  const cleaning = await cleanPicture(bytes)
  if (!cleaning.ok) return refused(cleaning.status, cleaning.message)
  const key = storage.keyOf('original', cleaning.picture.bytes)
  try {
    await storage.put(key, cleaning.picture.bytes)
  } catch (error) {
    if (!isDiskFull(error)) throw error
    log.error('media: the disk that keeps the pictures is full')
    return refused(507, 'The site has no room left for pictures. Tell whoever runs it, and try again later.')
  }
  const kept = await inTransaction((tx) => keepWithin(tx, actor, keptFileName(fileName), key, cleaning.picture)).catch((error: unknown) => {
    if (error instanceof Refusal) return refused(403, error.message)
    throw error
  })
  if (typeof kept !== 'string') return kept
  const asset = (await newsroomAssets(actor, [kept]))[kept]
  if (asset === undefined) throw new Error('media: the asset that was just made is gone')
  return { ok: true, tags: [], asset }
}

/** Policy and quota once more: the file may have taken minutes to arrive, and others of the same person came meanwhile. */
async function keepWithin(tx: Tx, actor: Actor, fileName: string, key: string, picture: CleanPicture): Promise<string | UploadRefused> {
  // Before actorNow: of two uploads that share the lock, neither could raise it.
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${actor.userId}::uuid FOR NO KEY UPDATE`
  const acting = await actorNow(tx, actor)
  const verdict = decide(acting.role, 'uploadMedia')
  if (!verdict.allowed) return refused(403, verdict.reason)
  return (await overQuota(tx, acting)) ?? keep(tx, acting, fileName, key, picture)
}

async function keep(tx: Tx, actor: Actor, fileName: string, key: string, picture: CleanPicture): Promise<string> {
  const { width, height, placeholder } = picture
  const originalKey = key.slice('original/'.length)
  const { id } = await tx.mediaAsset.create({
    data: { originalKey, fileName, width, height, bytes: picture.bytes.byteLength, placeholder, uploadedById: actor.userId },
    select: { id: true },
  })
  await recordEvent(tx, { actor, kind: 'media.uploaded', subjectId: id, data: { width, height, bytes: picture.bytes.byteLength } })
  return id
}

/** The refusal of somebody who has used up a day's quota, or null. */
async function overQuota(client: Pick<Tx, 'mediaAsset'>, actor: Actor): Promise<UploadRefused | null> {
  const since = new Date(Date.now() - 24 * 60 * 60 * 1000)
  const used = await client.mediaAsset.aggregate({
    where: { uploadedById: actor.userId, createdAt: { gt: since } },
    _count: { id: true },
    _sum: { bytes: true },
  })
  if (used._count.id >= UPLOAD_QUOTA.pictures) return refused(429, `You have uploaded ${used._count.id} pictures in 24 hours, which is the most. Go on tomorrow.`)
  if ((used._sum.bytes ?? 0) >= UPLOAD_QUOTA.bytes) return refused(429, 'You have uploaded 2 GB in 24 hours, which is the most. Go on tomorrow.')
  return null
}
