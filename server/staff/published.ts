import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { isSchoolYear } from '#domain/school-year.ts'
import type { MastheadView } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { readMasthead } from './masthead.ts'

/** Who made the paper in a school year ("2026-27"), as each wants to be named; null: no year of this paper. */
export async function publishedMasthead(schoolYear: string): Promise<MastheadView | null> {
  return isSchoolYear(schoolYear) ? cachedMasthead(schoolYear) : null
}

async function cachedMasthead(schoolYear: string): Promise<MastheadView | null> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.mastheads())
  if (isBuilding()) return null
  const { masthead, staffIds } = await readMasthead(schoolYear)
  const names = staffIds.map((staffId) => tags.author(staffId))
  // Next takes at most 128 tags in one call.
  for (let start = 0; start < names.length; start += 100) cacheTag(...names.slice(start, start + 100))
  return masthead
}
