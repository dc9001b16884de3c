import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { connection } from 'next/server'
import type { CommentsView } from '#domain/comments/comment.ts'
import { isSlug } from '#domain/slug.ts'
import { db } from '../db.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { readComments } from './reader-list.ts'
import { storyTakingComments } from './receive.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The comments that stand on a live story, oldest first, from the first or behind the one named `after`; null: there is no such story or comment, or the paper has none. */
export async function publishedComments(sectionSlug: string, slug: string, after: string | null): Promise<CommentsView | null> {
  return isSlug(sectionSlug) && isSlug(slug) && (after === null || UUID.test(after)) ? cachedComments(sectionSlug, slug, after) : null
}

async function cachedComments(sectionSlug: string, slug: string, after: string | null): Promise<CommentsView | null> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.address(sectionSlug, slug))
  if (isBuilding()) return null
  const { storyId, view } = await readComments({ sectionSlug, slug }, after)
  if (storyId !== null) cacheTag(tags.story(storyId), tags.comments(storyId))
  return view
}

/** Whether the story at this address takes comments now; never cached. */
export async function takesCommentsNow(path: string): Promise<boolean> {
  await connection()
  return (await storyTakingComments(db(), path)) !== null
}
