import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { isSlug } from '#domain/slug.ts'
import type { StoryAnswer, StorySurroundings } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from './cache.ts'
import { PAGES } from './page-address.ts'
import { readAddress } from './reader-views.ts'
import { NO_SURROUNDINGS, readSurroundings } from './surroundings.ts'
import { tagShown } from './tag-shown.ts'

/**
 * The only way from a published story to a reader. Every answer is tagged by its question before anything is read, so
 * that a cached "nothing here" ends with the publication, and then by every story and person that it shows.
 */

/** What stands at the address of a page of the paper, which is the slug alone. */
export async function publishedPage(slug: string): Promise<StoryAnswer> {
  return isSlug(slug) ? cachedStory(PAGES, slug) : { kind: 'none' }
}

/** What stands at the address of a story: the story, where it went, that it was withdrawn (ISO time), or nothing. */
export async function publishedStory(sectionSlug: string, slug: string): Promise<StoryAnswer> {
  return isSlug(sectionSlug) && isSlug(slug) ? cachedStory(sectionSlug, slug) : { kind: 'none' }
}

async function cachedStory(sectionSlug: string, slug: string): Promise<StoryAnswer> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.address(sectionSlug, slug))
  if (isBuilding()) return { kind: 'none' }
  const { answer, shown, asked } = await readAddress(sectionSlug, slug)
  if (asked !== undefined) cacheTag(tags.address(asked.sectionSlug, asked.slug))
  tagShown(shown)
  return answer
}

/** What stands around the story at its present address: others like it, and its neighbours in its section. */
export async function storySurroundings(sectionSlug: string, slug: string): Promise<StorySurroundings> {
  return isSlug(sectionSlug) && isSlug(slug) ? cachedSurroundings(sectionSlug, slug) : NO_SURROUNDINGS
}

async function cachedSurroundings(sectionSlug: string, slug: string): Promise<StorySurroundings> {
  'use cache'
  cacheLife('max')
  // Whatever comes out in the section, or leaves it, can be a new neighbour.
  cacheTag(tags.paper(), tags.address(sectionSlug, slug), tags.section(sectionSlug))
  if (isBuilding()) return NO_SURROUNDINGS
  const { surroundings, shown } = await readSurroundings(sectionSlug, slug)
  tagShown(shown)
  return surroundings
}
