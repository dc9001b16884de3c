import 'server-only'
import type { LookAlike } from '#domain/media-library.ts'
import { keptFileName, UPLOAD_QUOTA, type NewsroomAsset } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import type { PictureFacts } from '#domain/picture-facts.ts'
import { decide } from '#domain/policy.ts'
import type { Problem } from '#domain/result.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { log } from '../log.ts'
import { paperDay } from '../settings/paper-day.ts'
import { isDiskFull, storage } from '../storage.ts'
import { cleanPicture, type CleanPicture } from './cleaning.ts'
import { extractFacts } from './extraction.ts'
import { samePictures } from './library/look-alikes.ts'
import { lockFile } from './lock.ts'
import { newsroomAssets } from './queries.ts'

/** A refused upload also says which HTTP status fits. */
export type UploadRefused = { ok: false; problems: Problem[]; status: 403 | 413 | 415 | 422 | 429 | 507 }
/** `same`: pictures that were there already with exactly these bytes, to be used instead. */
export type UploadResult = { ok: true; tags: string[]; asset: NewsroomAsset; same: LookAlike[] } | UploadRefused

const refused = (status: UploadRefused['status'], message: string): UploadRefused => ({ ok: false, status, problems: [{ field: 'file', message }] })

/**
 * Keeps one picture: policy → quota → clean → read its words → file → row and audit in one transaction. The row is PENDING until
 * processing.ts has made its variants. A file without a row can be left behind by a crash; a row without a file cannot.
 */
export async function uploadMedia(actor: Actor, { fileName, bytes }: { fileName: string; bytes: Uint8Array }): Promise<UploadResult> {
  const verdict = decide(actor.role, 'uploadMedia')
  if (!verdict.allowed) return refused(403, verdict.reason)
  const early = await overQuota(db(), actor)
  if (early !== null) return early
  const cleaning = await cleanPicture(bytes)
  if (!cleaning.ok) return refused(cleaning.status, cleaning.message)
  const name = keptFileName(fileName)
  // From the bytes as they came: what is kept has no metadata any more.
  const facts = await extractFacts(bytes, { fileName: name, now: new Date(), timeZone: (await paperDay(new Date())).timeZone })
  const made = { key: storage.keyOf('original', cleaning.picture.bytes), fileName: name, picture: cleaning.picture, facts }
  const kept = await keepFile(made.key, cleaning.picture.bytes, () => inTransaction((tx) => keepWithin(tx, actor, made)))
  if (!('id' in kept)) return kept
  const asset = (await newsroomAssets(actor, [kept.id]))[kept.id]
  if (asset === undefined) throw new Error('media: the asset that was just made is gone')
  return { ok: true, tags: [], asset, same: kept.same }
}

type Made = { key: string; fileName: string; picture: CleanPicture; facts: PictureFacts }
type Kept = { id: string; same: LookAlike[] }

/** Writes the file, then does what follows; a full disk and a refusal are answers. */
async function keepFile(key: string, bytes: Uint8Array, keep: () => Promise<Kept | UploadRefused>): Promise<Kept | UploadRefused> {
  try {
    await storage.put(key, bytes)
    return await keep()
  } catch (error) {
    if (error instanceof Refusal) return refused(403, error.message)
    if (!isDiskFull(error)) throw error
    log.error('media: the disk that keeps the pictures is full')
    return refused(507, 'The site has no room left for pictures. Tell whoever runs it, and try again later.')
  }
}

/** Policy and quota once more: the file may have taken minutes to arrive, and others of the same person came meanwhile. */
async function keepWithin(tx: Tx, actor: Actor, made: Made): Promise<Kept | UploadRefused> {
  // Before actorNow: of two uploads that share the lock, neither could raise it.
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${actor.userId}::uuid FOR NO KEY UPDATE`
  const acting = await actorNow(tx, actor)
  const verdict = decide(acting.role, 'uploadMedia')
  if (!verdict.allowed) return refused(403, verdict.reason)
  return (await overQuota(tx, acting)) ?? keep(tx, acting, made)
}

async function keep(tx: Tx, actor: Actor, { key, fileName, picture, facts }: Made): Promise<Kept> {
  const { width, height, placeholder, bytes } = picture
  const originalKey = key.slice('original/'.length)
  await lockFile(tx, originalKey)
  // Once more under the lock: the file may just have gone with the last picture that named it.
  await storage.put(key, bytes)
  const same = await samePictures(tx, originalKey)
  const { id } = await tx.mediaAsset.create({
    data: { originalKey, fileName, width, height, bytes: bytes.byteLength, placeholder, uploadedById: actor.userId, ...proposed(facts, actor) },
    select: { id: true },
  })
  await recordEvent(tx, { actor, kind: 'media.uploaded', subjectId: id, data: { width, height, bytes: bytes.byteLength } })
  return { id, same }
}

/** What the file says, as columns. A by-line with the uploader's own name is theirs; any other name stays a name, not a staff profile. */
function proposed({ people, ...facts }: PictureFacts, actor: Actor) {
  const isOwn = facts.makerName !== '' && facts.makerName.toLowerCase() === actor.name.normalize('NFC').trim().toLowerCase()
  return { ...facts, people: people.join('\n'), ...(isOwn ? { makerKind: 'STAFF' as const, makerName: actor.name, makerStaffId: actor.staffId } : {}) }
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
