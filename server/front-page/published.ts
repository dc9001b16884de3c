import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import type { FrontView } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { readFrontPage } from './view.ts'

const EMPTY: FrontView = { lead: null, seconds: [], blocks: [], banner: null, latest: null }

/** The front page for readers: the published arrangement, filled up with the newest live stories. */
export async function publishedFront(): Promise<FrontView> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.front())
  if (isBuilding()) return EMPTY
  const { front, shown } = await readFrontPage()
  tagShown(shown)
  return front
}
