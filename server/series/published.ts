import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { isSlug } from '#domain/slug.ts'
import type { SeriesView } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { readSeries } from './read-series.ts'

/** A series with its live parts in their order; null: there is no such one, or readers see no story of it. */
export async function publishedSeries(slug: string): Promise<SeriesView | null> {
  return isSlug(slug) ? cachedSeries(slug) : null
}

async function cachedSeries(slug: string): Promise<SeriesView | null> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.series(slug))
  if (isBuilding()) return null
  const { series, shown } = await readSeries(slug)
  tagShown(shown)
  return series
}
