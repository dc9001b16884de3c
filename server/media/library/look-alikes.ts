import 'server-only'
import type { LookAlike } from '#domain/media-library.ts'
import { isTelling, LOOKS_ALIKE_BITS } from '#domain/picture-hash.ts'
import { db, type Tx } from '../../db.ts'
import { Prisma } from '../../generated/prisma/client.ts'

/** How many look-alikes anybody is shown. */
const MOST = 12

const { sql } = Prisma

/** The ids of pictures that are the same as this one, or look like it; the surest first, then the oldest. */
async function idsLike(client: Pick<Tx, '$queryRaw'>, asset: { id: string; originalKey: string; perceptualHash: string | null }): Promise<string[]> {
  const { id, originalKey, perceptualHash: hash } = asset
  const distance = hash === null || !isTelling(hash) ? sql`NULL::bigint` : sql`bit_count(('x' || "perceptualHash")::bit(64) # ('x' || ${hash})::bit(64))`
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "MediaAsset" WHERE "id" <> ${id}::uuid AND ("originalKey" = ${originalKey} OR ${distance} <= ${LOOKS_ALIKE_BITS})
    ORDER BY "originalKey" = ${originalKey} DESC, ${distance}, "createdAt" LIMIT ${MOST}`
  return rows.map((row) => row.id)
}

/** The picture that was there before and that this one is, or looks like; null = none. */
export async function firstLookAlike(client: Pick<Tx, '$queryRaw' | 'mediaAsset'>, asset: { id: string; originalKey: string; perceptualHash: string | null; createdAt: Date }): Promise<string | null> {
  const ids = await idsLike(client, asset)
  const earlier = await client.mediaAsset.findMany({ where: { id: { in: ids }, createdAt: { lte: asset.createdAt } }, select: { id: true } })
  const known = new Set(earlier.map(({ id }) => id))
  return ids.find((id) => known.has(id)) ?? null
}

const SHOWN = {
  id: true, originalKey: true, fileName: true, caption: true, placeholder: true, createdAt: true,
  uploadedBy: { select: { staff: { select: { name: true } } } },
  _count: { select: { placements: { where: { revision: { is: { OR: [{ workingOf: { isNot: null } }, { liveOf: { isNot: null } }] } } } } } },
} as const satisfies Prisma.MediaAssetSelect

/** Pictures that look like this one, for somebody to decide; empty for an unknown id. */
export async function lookAlikesOf(assetId: string): Promise<LookAlike[]> {
  const asset = await db().mediaAsset.findUnique({ where: { id: assetId }, select: { id: true, originalKey: true, perceptualHash: true } })
  if (asset === null) return []
  const ids = await idsLike(db(), asset)
  const rows = new Map((await db().mediaAsset.findMany({ where: { id: { in: ids } }, select: SHOWN })).map((row) => [row.id, row]))
  return ids.flatMap((id) => lookAlike(rows.get(id), asset.originalKey))
}

/** Pictures with exactly these bytes, the oldest first. */
export async function samePictures(client: Pick<Tx, 'mediaAsset'>, originalKey: string): Promise<LookAlike[]> {
  const rows = await client.mediaAsset.findMany({ where: { originalKey, status: { not: 'FAILED' } }, orderBy: { createdAt: 'asc' }, take: MOST, select: SHOWN })
  return rows.flatMap((row) => lookAlike(row, originalKey))
}

function lookAlike(row: Prisma.MediaAssetGetPayload<{ select: typeof SHOWN }> | undefined, originalKey: string): LookAlike[] {
  if (row === undefined) return []
  const { id, fileName, caption, placeholder } = row
  const uploaded = { uploadedBy: row.uploadedBy.staff.name, uploadedAt: row.createdAt.toISOString() }
  return [{ id, same: row.originalKey === originalKey, fileName, caption, placeholder, ...uploaded, uses: row._count.placements }]
}
