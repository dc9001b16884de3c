import 'server-only'
import type { Place } from '#domain/keyset.ts'
import type { TagAnswer } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { storyPage, withTags } from '../stories/listed.ts'
import type { Shown } from '../stories/reader-views.ts'
import { tagAt } from './shown.ts'

/** How many stories a page of a tag shows. */
const ON_A_PAGE = 30

/** The room behind published.ts: uncached. What is at the address of a tag, and whose stories and names it shows. */
export async function readTag(slug: string, from: Place | null = null): Promise<{ answer: TagAnswer; shown: Shown }> {
  const tag = await tagAt(db(), slug)
  const page = tag === null ? null : await storyPage(withTags(tag.ids), from, ON_A_PAGE)
  // That a tag became another one is told only where that one is told of.
  if (tag === null || page === null || page.stories.length === 0) return { answer: { kind: 'none' }, shown: { storyIds: [], staffIds: [] } }
  if (tag.slug !== slug) return { answer: { kind: 'moved', path: `/tag/${tag.slug}` }, shown: page.shown }
  return { answer: { kind: 'tag', tag: { slug, name: tag.name }, stories: page.stories, next: page.next }, shown: page.shown }
}
