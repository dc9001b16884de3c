import 'server-only'
import { socialCrop } from '#domain/picture-crop.ts'
import { tags } from '../stories/cache.ts'
import { db, type Tx } from '../db.ts'

/** The live stories whose live revision places this picture. */
export async function liveStoriesOf(client: Pick<Tx, 'story'>, assetId: string): Promise<string[]> {
  const stories = await client.story.findMany({ where: { liveRevision: { is: { placements: { some: { assetId } } } } }, select: { id: true } })
  return stories.map(({ id }) => id)
}

/** The tags of the reader pages that show this picture; none when none does. */
export function tagsOfStories(storyIds: readonly string[]): string[] {
  return storyIds.length === 0 ? [] : [tags.media(), ...storyIds.map((id) => tags.story(id))]
}

/**
 * Whether this key is a variant of a picture that stands in the live revision of a story. A social picture is live around the focal
 * point that was approved, not around one that somebody has chosen since.
 */
export async function isVariantLive(key: string): Promise<boolean> {
  const live = { revision: { is: { liveOf: { isNot: null } } } }
  const variants = await db().mediaVariant.findMany({
    where: { key, asset: { is: { status: 'READY', placements: { some: live } } } },
    select: { crop: true, asset: { select: { placements: { where: live, select: { focalX: true, focalY: true } } } } },
  })
  return variants.some(({ crop, asset }) => crop === 'full' || asset.placements.some((placement) => socialCrop(placement) === crop))
}
