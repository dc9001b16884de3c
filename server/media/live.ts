import 'server-only'
import { mayStandAlone } from '#domain/media.ts'
import { socialCrop } from '#domain/picture-crop.ts'
import { tags } from '../stories/cache.ts'
import { STANDING, standing } from './asset-rows.ts'
import { db, type Tx } from '../db.ts'
import { namingNow, whosePortraitIsPublic } from '../staff/shown-person.ts'

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
 * Whether this key is a variant of a picture that stands in the live revision of a story, or in a profile that readers may see. A social picture is live around the focal
 * point that was approved, not around one that somebody has chosen since.
 */
export async function isVariantLive(key: string): Promise<boolean> {
  const live = { revision: { is: { liveOf: { isNot: null } } } }
  const variants = await db().mediaVariant.findMany({
    where: { key, asset: { is: { status: 'READY', placements: { some: live } } } },
    select: { crop: true, asset: { select: { placements: { where: live, select: { focalX: true, focalY: true } } } } },
  })
  if (variants.some(({ crop, asset }) => crop === 'full' || asset.placements.some((placement) => socialCrop(placement) === crop))) return true
  return isPortrait(key)
}

/** Whether this key is a size of the picture of somebody whose name readers see, at a paper that lets names stand with pictures, and the right to it has not ended. */
async function isPortrait(key: string): Promise<boolean> {
  const naming = await namingNow(db())
  const people = whosePortraitIsPublic(naming)
  if (people === null) return false
  const variants = await db().mediaVariant.findMany({ where: { key, crop: 'full', asset: { is: { status: 'READY', portraitOf: { some: people } } } }, select: { asset: { select: STANDING } } })
  return variants.some(({ asset }) => mayStandAlone(standing(asset), naming.today))
}
