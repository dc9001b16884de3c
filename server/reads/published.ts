import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import type { StoryCardView } from '#domain/story-view.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { inThisEpoch } from '../epoch-memory.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { readCardsOf } from '../stories/reader-views.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { mostReadIds } from './ranking.ts'

export type MostReadView = Pick<StoryCardView, 'path' | 'headline' | 'section'>[]

/** The stories that were read most in the last seven days: at least three, or none. The same for everybody; made anew when their order changes. */
export async function publishedMostRead(): Promise<MostReadView> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.mostRead())
  if (isBuilding()) return []
  const { ids, cards, shown } = await inThisEpoch('most-read', readMostRead)
  tagShown(shown)
  const list = ids.flatMap((id) => cards.get(id) ?? []).map(({ path, headline, section }) => ({ path, headline, section }))
  return list.length < 3 ? [] : list
}

async function readMostRead() {
  const ids = await mostReadIds(timeNow())
  return { ids, ...(await readCardsOf(ids)) }
}

/** What readers' pages do besides being read: whether they say that they were, and whether browsers keep them. */
export async function publishedReading(): Promise<{ counts: boolean; offline: boolean }> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper())
  if (isBuilding()) return { counts: false, offline: false }
  const paper = await inThisEpoch('reading', () => db().paper.findUnique({ where: { id: 1 }, select: { countsReads: true, offlineReading: true } }))
  return { counts: paper?.countsReads ?? false, offline: paper?.offlineReading ?? false }
}
