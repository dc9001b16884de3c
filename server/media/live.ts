import 'server-only'
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

/** Whether this key is a variant of a picture that stands in the live revision of a story. */
export async function isVariantLive(key: string): Promise<boolean> {
  const found = await db().mediaVariant.findFirst({
    where: { key, asset: { is: { status: 'READY', placements: { some: { revision: { is: { liveOf: { isNot: null } } } } } } } },
    select: { id: true },
  })
  return found !== null
}
