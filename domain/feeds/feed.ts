import type { StoryView } from '../story-view.ts'
import type { Language } from '../words/language.ts'
import type { FeedOf } from './addresses.ts'

/** One live story in a feed. `id`: for ever, whatever becomes of its address; `path`: where it is now. */
export type FeedItem = { id: string; path: string; story: StoryView }

/** A feed before it is written down. `name`: of its section or author, else of the paper; `since`: when the paper itself last changed (ISO 8601), for a feed without stories. */
export type Feed = {
  of: FeedOf
  name: string
  paper: { name: string; motto: string; timeZone: string; language: Language }
  items: FeedItem[]
  since: string
}

/** How many stories a feed holds at most, the newest ones. */
export const MAX_FEED_ITEMS = 30

/** When a reader would last have seen something new in a story: a new version, or a note; undefined: not since it came out. ISO 8601 in one zone sorts as text. */
export function lastChange({ updatedAt, corrections }: Pick<StoryView, 'updatedAt' | 'corrections'>): string | undefined {
  return [...(updatedAt === null ? [] : [updatedAt]), ...corrections.map(({ at }) => at)].toSorted().at(-1)
}

/** When a story came out, and when it was last changed: the same where it was not. */
export function timesOf({ story }: FeedItem, feed: Pick<Feed, 'since'>): { published: string; changed: string } {
  const published = story.publishedAt ?? feed.since
  return { published, changed: lastChange(story) ?? published }
}

/** When something in a feed last changed. */
export function feedChanged(feed: Feed): string {
  return feed.items.map((item) => timesOf(item, feed).changed).toSorted().at(-1) ?? feed.since
}
