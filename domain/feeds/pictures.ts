import type { AssetView } from '../media.ts'
import { imagesOf } from '../document/schema.ts'
import { rejectedBody } from '../document/suggestions.ts'
import type { PictureView, StoryView } from '../story-view.ts'

/** The widest size that a feed asks for: wide enough for any window of a feed reader, and not the largest that there is. */
const WIDEST = 1600

/** One stored size of a picture at its absolute address. */
export type FeedPicture = { url: string; type: string; width: number; height: number }

/** The absolute address of one stored size. */
export function mediaUrl(origin: string, key: string): string {
  return `${origin}/api/media/${encodeURIComponent(key)}`
}

/** The size of a picture that feeds show: WebP, which all feed readers know; null: none was made yet. */
export function feedPicture(asset: AssetView, origin: string): FeedPicture | null {
  const webp = asset.variants.filter(({ format }) => format === 'webp').toSorted((a, b) => a.width - b.width)
  const chosen = webp.findLast(({ width }) => width <= WIDEST) ?? webp[0]
  return chosen === undefined ? null : { url: mediaUrl(origin, chosen.key), type: 'image/webp', width: chosen.width, height: chosen.height }
}

/** What is known under an id that came with the document. */
export function known<T>(of: Readonly<Record<string, T>>, id: string | undefined): T | undefined {
  return id !== undefined && Object.hasOwn(of, id) ? of[id] : undefined
}

/** The pictures of a story with their words, in reading order, the lead first. */
export function picturesOf(story: StoryView): PictureView[] {
  const inBody = story.body === null ? [] : imagesOf(rejectedBody(story.body))
  return [
    ...(story.lead === null ? [] : [story.lead]),
    ...inBody.flatMap(({ attrs: { assetId, caption, alt, credit } }) => {
      const asset = known(story.assets, assetId)
      return asset === undefined ? [] : [{ asset, caption, alt, credit }]
    }),
  ]
}
