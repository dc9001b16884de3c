import 'server-only'
import type { SeriesView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { readCardsOf, type Shown } from '../stories/reader-views.ts'
import { liveParts } from './line.ts'

/** The room behind published.ts: uncached. A series with its live parts, and whose stories and names it shows. */
export async function readSeries(slug: string): Promise<{ series: SeriesView | null; shown: Shown }> {
  const found = await db().series.findUnique({ where: { slug }, select: { id: true, title: true, description: true } })
  if (found === null) return { series: null, shown: { storyIds: [], staffIds: [] } }
  const { parts, storyIds } = await liveParts(found.id)
  const { cards, shown } = await readCardsOf(parts.map(({ storyId }) => storyId))
  const stories = parts.flatMap(({ storyId }) => cards.get(storyId) ?? [])
  const { title, description } = found
  return { series: stories.length === 0 ? null : { slug, title, description, stories }, shown: { ...shown, storyIds } }
}
