import 'server-only'
import { cacheTag } from 'next/cache'
import { tags } from './cache.ts'
import type { Shown } from './reader-views.ts'

/** Tags the cached answer that is being made with every story and person that it shows. Next takes at most 128 tags in one call. */
export function tagShown(shown: Shown): void {
  const all = [...shown.storyIds.map((id) => tags.story(id)), ...shown.staffIds.map((id) => tags.author(id)), ...(shown.live === true ? [tags.sports(), tags.polls()] : [])]
  for (let start = 0; start < all.length; start += 100) cacheTag(...all.slice(start, start + 100))
}
