import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import type { Period } from '#domain/archive.ts'
import { placeOf, type Place } from '#domain/keyset.ts'
import type { ArchiveAnswer, ArchiveView } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { readArchive, readPeriod } from './read-archive.ts'

/** The school years of the archive, by months. */
export async function publishedArchive(): Promise<ArchiveView> {
  'use cache'
  cacheLife('max')
  // Every change of what is live touches the front page.
  cacheTag(tags.paper(), tags.front())
  return isBuilding() ? { years: [] } : readArchive()
}

/** What came out in a period, or, behind a `place`, earlier in it. */
export async function publishedPeriod(period: Period | null, place: string | null = null): Promise<ArchiveAnswer> {
  const from = place === null ? null : placeOf(place)
  return period !== null && (place === null || from !== null) ? cachedPeriod(period, from) : { kind: 'none' }
}

async function cachedPeriod(period: Period, from: Place | null): Promise<ArchiveAnswer> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.front())
  if (isBuilding()) return { kind: 'none' }
  const { answer, shown } = await readPeriod(period, from)
  tagShown(shown)
  return answer
}
