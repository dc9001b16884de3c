import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { isSlug } from '#domain/slug.ts'
import type { SeriesView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { readCardsOf, type Shown } from '../stories/reader-views.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { liveParts } from './line.ts'

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

/** The same, read now, and whose stories and names it shows. */
export async function readSeries(slug: string): Promise<{ series: SeriesView | null; shown: Shown }> {
  const found = await db().series.findUnique({ where: { slug }, select: { id: true, title: true, description: true } })
  if (found === null) return { series: null, shown: { storyIds: [], staffIds: [] } }
  const { parts, storyIds } = await liveParts(found.id)
  const { cards, shown } = await readCardsOf(parts.map(({ storyId }) => storyId))
  const stories = parts.flatMap(({ storyId }) => cards.get(storyId) ?? [])
  const { title, description } = found
  return { series: stories.length === 0 ? null : { slug, title, description, stories }, shown: { ...shown, storyIds } }
}
