import 'server-only'
import { z } from 'zod'
import type { AssetStanding, NewsroomAsset } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { db, type Tx } from '../db.ts'
import { nameForm } from '../settings/name-form.ts'
import { NEWSROOM_ASSET, newsroomAsset, STANDING, standing } from './asset-rows.ts'

const isUuid = (id: string) => z.uuid().safeParse(id).success

/** Pictures for the newsroom by id, whatever their state; ids that are unknown are left out. Empty for whoever may not enter it. */
export async function newsroomAssets(actor: Actor, ids: readonly string[], client: Pick<Tx, 'mediaAsset' | 'paper'> = db()): Promise<Record<string, NewsroomAsset>> {
  const known = [...new Set(ids)].filter(isUuid)
  if (known.length === 0 || !decide(actor.role, 'enterNewsroom').allowed) return {}
  const rows = await client.mediaAsset.findMany({ where: { id: { in: known } }, select: NEWSROOM_ASSET })
  const form = await nameForm(client)
  return Object.fromEntries(rows.map((row) => [row.id, newsroomAsset(actor, row, form)]))
}

/**
 * What the publish checks ask of pictures. The rows stay share-locked until the transaction ends, so that nobody takes rights
 * away between the check and the publication.
 */
export async function assetStandings(tx: Tx, ids: readonly string[]): Promise<Record<string, AssetStanding>> {
  const known = [...new Set(ids)].filter(isUuid).sort()
  if (known.length === 0) return {}
  await tx.$queryRaw`SELECT 1 FROM "MediaAsset" WHERE "id" = ANY (${known}::uuid[]) ORDER BY "id" FOR SHARE`
  return standingsOf(known, tx)
}

/** The same without a lock, for lists that decide nothing. */
export async function standingsOf(ids: readonly string[], client: Pick<Tx, 'mediaAsset'> = db()): Promise<Record<string, AssetStanding>> {
  const known = [...new Set(ids)].filter(isUuid)
  if (known.length === 0) return {}
  const rows = await client.mediaAsset.findMany({ where: { id: { in: known } }, select: { id: true, ...STANDING } })
  return Object.fromEntries(rows.map((row) => [row.id, standing(row)]))
}
