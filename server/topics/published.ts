import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { placeOf, type Place } from '#domain/keyset.ts'
import { isSlug } from '#domain/slug.ts'
import type { TagAnswer } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { readTag } from './read-tag.ts'

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
