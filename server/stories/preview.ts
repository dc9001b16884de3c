import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { StoryView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import type { NewsroomStory } from './queries.ts'
import { REVISION_PAGE, revisionView, UNPUBLISHED } from './reader-views.ts'

/**
 * The working revision as readers would see it. Newsroom only: it shares no cached function with the paper, so that
 * nothing unpublished can enter a reader's cache.
 */
export async function previewOf(actor: Actor, story: NewsroomStory): Promise<StoryView | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return null
  const revision = await db().revision.findUnique({ where: { id: story.revisionId }, select: REVISION_PAGE })
  return revision === null ? null : (await revisionView(revision, UNPUBLISHED)).view
}
