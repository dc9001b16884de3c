import 'server-only'
import type { AssetUse } from '#domain/media-library.ts'
import { pathOf } from '../../stories/live.ts'
import { db } from '../../db.ts'

const STORY = { id: true, state: true, createdAt: true, addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } } } as const

/** The stories that place these pictures now, by asset id: in the working copy, in what readers see, or both. */
export async function usesOf(ids: readonly string[]): Promise<Map<string, AssetUse[]>> {
  const uses = new Map<string, Map<string, AssetUse>>()
  if (ids.length === 0) return new Map()
  const placements = await db().placement.findMany({
    where: { assetId: { in: [...ids] }, revision: { is: { OR: [{ workingOf: { isNot: null } }, { liveOf: { isNot: null } }] } } },
    orderBy: [{ revision: { number: 'desc' } }, { position: 'asc' }],
    select: { assetId: true, role: true, revision: { select: { headline: true, workingOf: { select: STORY }, liveOf: { select: STORY } } } },
  })
  for (const { assetId, role, revision } of placements) {
    const story = revision.workingOf ?? revision.liveOf
    if (story === null) continue
    const ofAsset = uses.get(assetId) ?? new Map<string, AssetUse>()
    uses.set(assetId, ofAsset)
    const known = ofAsset.get(story.id)
    const live = revision.liveOf !== null
    const address = story.addresses[0]
    ofAsset.set(story.id, {
      storyId: story.id,
      headline: known?.headline ?? revision.headline,
      state: story.state,
      role: role === 'LEAD' || known?.role === 'LEAD' ? 'LEAD' : 'BODY',
      inWorkingCopy: revision.workingOf !== null || known?.inWorkingCopy === true,
      live: live || known?.live === true,
      path: live && address !== undefined ? pathOf(address) : (known?.path ?? null),
    })
  }
  return new Map([...uses].map(([assetId, ofAsset]) => [assetId, [...ofAsset.values()]]))
}
