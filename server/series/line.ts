import 'server-only'
import type { SeriesLineView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { pathOf } from '../stories/live.ts'

const PART = {
  storyId: true,
  story: { select: { liveRevision: { select: { headline: true } }, addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } } } },
} as const

/** The live parts of a series in their order, and the ids of all its parts: whatever becomes of one changes what is said of the others. */
export async function liveParts(seriesId: string): Promise<{ parts: { storyId: string; path: string; headline: string }[]; storyIds: string[] }> {
  const rows = await db().seriesPart.findMany({ where: { seriesId }, orderBy: { position: 'asc' }, select: PART })
  const parts = rows.flatMap(({ storyId, story: { liveRevision, addresses: [address] } }) => (liveRevision === null || address === undefined ? [] : [{ storyId, path: pathOf(address), headline: liveRevision.headline }]))
  return { parts, storyIds: rows.map(({ storyId }) => storyId) }
}

/** Where a live story stands in its series, and the ids of all parts; null where it is in none, or alone in it. */
export async function seriesLineOf(storyId: string): Promise<{ line: SeriesLineView | null; storyIds: string[] }> {
  const found = await db().seriesPart.findUnique({ where: { storyId }, select: { series: { select: { id: true, slug: true, title: true } } } })
  if (found === null) return { line: null, storyIds: [] }
  const { id, slug, title } = found.series
  const { parts, storyIds } = await liveParts(id)
  const at = parts.findIndex((part) => part.storyId === storyId)
  if (at === -1 || parts.length < 2) return { line: null, storyIds }
  const link = (index: number) => {
    const part = parts[index]
    return part === undefined ? null : { path: part.path, headline: part.headline }
  }
  return { line: { slug, title, part: at + 1, of: parts.length, previous: link(at - 1), next: link(at + 1) }, storyIds }
}
