import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import type { ListedCorrection } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { readCorrections } from './reader-list.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A page of the paper's list of notes; `next`: the note behind which the next page goes on, null on the last. */
export type CorrectionsPage = { corrections: ListedCorrection[]; next: string | null }

/** The notes on live stories, newest first, from the newest or behind the note `after`; null = there is no such note. */
export async function publishedCorrections(after: string | null): Promise<CorrectionsPage | null> {
  return after === null || UUID.test(after) ? cachedCorrections(after) : null
}

async function cachedCorrections(after: string | null): Promise<CorrectionsPage | null> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.corrections())
  if (isBuilding()) return { corrections: [], next: null }
  const page = await readCorrections(after)
  if (page !== null && page.storyIds.length > 0) cacheTag(...page.storyIds.map((id) => tags.story(id)))
  return page === null ? null : { corrections: page.corrections, next: page.next }
}
