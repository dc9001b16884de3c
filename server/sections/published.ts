import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { placeOf, type Place } from '#domain/keyset.ts'
import { isSlug } from '#domain/slug.ts'
import type { SectionAnswer } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { readSection } from './read-section.ts'

/** A section with its newest live stories and those of its parts, or with older ones, behind a `place` of the list; or where it went. */
export async function publishedSection(slug: string, place: string | null = null): Promise<SectionAnswer> {
  const from = place === null ? null : placeOf(place)
  return isSlug(slug) && (place === null || from !== null) ? cachedSection(slug, from) : { kind: 'none' }
}

async function cachedSection(slug: string, from: Place | null): Promise<SectionAnswer> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.section(slug))
  if (isBuilding()) return { kind: 'none' }
  const { answer, shown } = await readSection(slug, from)
  tagShown(shown)
  return answer
}
