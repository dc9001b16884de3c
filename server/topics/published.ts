import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { placeOf, type Place } from '#domain/keyset.ts'
import { isSlug } from '#domain/slug.ts'
import type { TagAnswer } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { storyPage, withTags } from '../stories/listed.ts'
import type { Shown } from '../stories/reader-views.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { tagAt } from './shown.ts'

/** How many stories a page of a tag shows. */
const ON_A_PAGE = 30

/** The newest live stories with a tag, or older ones, behind a `place` of the list; or which tag it became. A tag of no live story is none. */
export async function publishedTag(slug: string, place: string | null = null): Promise<TagAnswer> {
  const from = place === null ? null : placeOf(place)
  return isSlug(slug) && (place === null || from !== null) ? cachedTag(slug, from) : { kind: 'none' }
}

async function cachedTag(slug: string, from: Place | null): Promise<TagAnswer> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.topic(slug))
  if (isBuilding()) return { kind: 'none' }
  const { answer, shown } = await readTag(slug, from)
  tagShown(shown)
  return answer
}

/** The same, read now, and whose stories and names it shows. */
export async function readTag(slug: string, from: Place | null = null): Promise<{ answer: TagAnswer; shown: Shown }> {
  const tag = await tagAt(db(), slug)
  const page = tag === null ? null : await storyPage(withTags(tag.ids), from, ON_A_PAGE)
  // That a tag became another one is told only where that one is told of.
  if (tag === null || page === null || page.stories.length === 0) return { answer: { kind: 'none' }, shown: { storyIds: [], staffIds: [] } }
  if (tag.slug !== slug) return { answer: { kind: 'moved', path: `/tag/${tag.slug}` }, shown: page.shown }
  return { answer: { kind: 'tag', tag: { slug, name: tag.name }, stories: page.stories, next: page.next }, shown: page.shown }
}
