import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { isSlug } from '#domain/slug.ts'
import type { SectionView, StoryAnswer, StoryCardView, StorySurroundings } from '#domain/story-view.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from './cache.ts'
import { readAddress, readSection } from './reader-views.ts'
import { NO_SURROUNDINGS, readSurroundings } from './surroundings.ts'
import { tagShown } from './tag-shown.ts'

/**
 * The only way from a published story to a reader. Every answer is tagged by its question before anything is read, so
 * that a cached "nothing here" ends with the publication, and then by every story and person that it shows.
 */

/** A section with its newest live stories, newest first; null = there is no such section. */
export async function publishedSection(slug: string): Promise<{ section: SectionView; stories: StoryCardView[] } | null> {
  return isSlug(slug) ? cachedSection(slug) : null
}

async function cachedSection(slug: string): Promise<{ section: SectionView; stories: StoryCardView[] } | null> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.section(slug))
  if (isBuilding()) return null
  const found = await readSection(slug)
  if (found === null) return null
  tagShown(found.shown)
  return { section: found.section, stories: found.cards }
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
  const { answer, shown } = await readAddress(sectionSlug, slug)
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
