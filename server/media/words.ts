import 'server-only'
import type { AssetChange } from '#domain/media-library.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { roundFocus } from '#domain/picture-crop.ts'
import { tidyPeople } from '#domain/picture-facts.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { lockAssetFor, type LockedAsset } from './lock.ts'
import { newsroomAssets } from './queries.ts'

type Words = Pick<LockedAsset, 'caption' | 'alt' | 'credit' | 'copyright' | 'takenAt' | 'place' | 'people' | 'focalX' | 'focalY'>

/**
 * Changes what a picture says of itself, and its focal point. A change that started from an older version is refused beside the field
 * `version`, with who was faster: nobody's words are overwritten unseen. Where it stands already, its words there stay as they are.
 */
export function updateAsset(actor: Actor, change: AssetChange): Promise<CommandResult<{ asset: NewsroomAsset }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { acting, asset } = await lockAssetFor(tx, actor, 'editMedia', change.assetId)
      const after = changed(asset, change)
      const fields = changedFields(asset, after)
      if (fields.length > 0) {
        if (change.version !== asset.version) throw new Refusal(`${await whoChanged(tx, asset.id)} changed this picture meanwhile. Look at what it says now, then save again.`, 'version')
        const moves = fields.includes('focalX') || fields.includes('focalY')
        await tx.mediaAsset.update({
          where: { id: asset.id },
          data: { ...after, version: { increment: 1 }, ...(moves ? { upkeep: true } : {}) },
          select: { id: true },
        })
        await recordEvent(tx, { actor: acting, kind: 'media.wordsChanged', subjectId: asset.id, data: { changed: fields } })
      }
      return { ok: true, tags: [], asset: await reread(tx, acting, asset.id) }
    }),
  )
}

/** The picture as it stands in this transaction. */
export async function reread(tx: Tx, actor: Actor, assetId: string): Promise<NewsroomAsset> {
  const asset = (await newsroomAssets(actor, [assetId], tx))[assetId]
  if (asset === undefined) throw new Error('media: a locked asset is gone')
  return asset
}

function changed(asset: LockedAsset, change: AssetChange): Words {
  const focus = roundFocus({ focalX: change.focalX ?? asset.focalX, focalY: change.focalY ?? asset.focalY })
  return {
    caption: change.caption ?? asset.caption,
    alt: change.alt ?? asset.alt,
    credit: change.credit ?? asset.credit,
    copyright: change.copyright ?? asset.copyright,
    takenAt: change.takenAt === undefined ? asset.takenAt : change.takenAt === null ? null : new Date(change.takenAt),
    place: change.place ?? asset.place,
    people: change.people === undefined ? asset.people : tidyPeople(change.people).join('\n'),
    ...focus,
  }
}

function changedFields(before: Words, after: Words): (keyof Words)[] {
  const fields = ['caption', 'alt', 'credit', 'copyright', 'takenAt', 'place', 'people', 'focalX', 'focalY'] as const
  const value = (words: Words, field: keyof Words) => (field === 'takenAt' ? (words.takenAt?.getTime() ?? null) : words[field])
  return fields.filter((field) => value(before, field) !== value(after, field))
}

async function whoChanged(tx: Tx, assetId: string): Promise<string> {
  const where: Prisma.AuditEventWhereInput = { subjectId: assetId, kind: { in: ['media.wordsChanged', 'media.replaced'] } }
  const event = await tx.auditEvent.findFirst({ where, orderBy: { id: 'desc' }, select: { actorId: true } })
  if (event === null || event.actorId === null) return 'Somebody'
  const user = await tx.user.findUnique({ where: { id: event.actorId }, select: { staff: { select: { name: true } } } })
  return user?.staff.name ?? 'Somebody'
}
