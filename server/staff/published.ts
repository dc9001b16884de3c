import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { isAuthorSlug } from '#domain/feeds/addresses.ts'
import { isSchoolYear } from '#domain/school-year.ts'
import type { MastheadView, PersonAnswer } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { tagShown } from '../stories/tag-shown.ts'
import { readMasthead } from './masthead.ts'
import { readPerson } from './person.ts'

/** Who made the paper in a school year ("2026-27"), or makes it now (null), as each wants to be named; null: no year of this paper. */
export async function publishedMasthead(schoolYear: string | null): Promise<MastheadView | null> {
  return schoolYear === null || isSchoolYear(schoolYear) ? cachedMasthead(schoolYear) : null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What stands at the address of somebody on staff: their page from their newest story or behind the story `after`, where it went, or nothing. */
export async function publishedPerson(handle: string, after: string | null): Promise<PersonAnswer> {
  return isAuthorSlug(handle) && (after === null || UUID.test(after)) ? cachedPerson(handle, after) : { kind: 'none' }
}

async function cachedPerson(handle: string, after: string | null): Promise<PersonAnswer> {
  'use cache'
  cacheLife('max')
  // By which name anybody on staff is found is asked of the whole staff.
  cacheTag(tags.paper(), tags.mastheads())
  if (isBuilding()) return { kind: 'none' }
  const { answer, shown } = await readPerson(handle, after)
  tagShown(shown)
  return answer
}

async function cachedMasthead(schoolYear: string | null): Promise<MastheadView | null> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.mastheads())
  if (isBuilding()) return null
  const { masthead, staffIds } = await readMasthead(schoolYear)
  tagShown({ storyIds: [], staffIds })
  return masthead
}
