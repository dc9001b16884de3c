import 'server-only'
import type { CommentsView } from '#domain/comments/comment.ts'
import { db } from '../db.ts'
import { inThisEpoch } from '../epoch-memory.ts'

/** The room behind published.ts: uncached. */

const A_PAGE = 25

/** The approved comments of the live story at this address, and which story that is. `view` null: no such story or comment, or comments are switched off. */
export async function readComments(address: { sectionSlug: string; slug: string }, after: string | null): Promise<{ storyId: string | null; view: CommentsView | null }> {
  const settings = await inThisEpoch('comment-settings', () => db().commentSettings.findUnique({ where: { id: 1 }, select: { open: true } }))
  if (settings?.open !== true) return { storyId: null, view: null }
  const found = await db().address.findUnique({ where: { sectionSlug_slug: address }, select: { storyId: true, story: { select: { liveRevisionId: true, commentsClosed: { select: { storyId: true } } } } } })
  if (found === null) return { storyId: null, view: null }
  const { storyId, story } = found
  const behind = after === null ? null : await db().readerComment.findFirst({ where: { id: after, storyId, state: 'APPROVED' }, select: { id: true, createdAt: true } })
  if (story.liveRevisionId === null || (after !== null && behind === null)) return { storyId, view: null }
  const rows = await db().readerComment.findMany({
    where: { storyId, state: 'APPROVED', ...(behind === null ? {} : { OR: [{ createdAt: { gt: behind.createdAt } }, { createdAt: behind.createdAt, id: { gt: behind.id } }] }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: A_PAGE + 1, select: { id: true, name: true, text: true, createdAt: true },
  })
  const page = rows.slice(0, A_PAGE)
  const comments = page.map(({ createdAt, ...comment }) => ({ ...comment, at: createdAt.toISOString() }))
  return { storyId, view: { comments, next: rows.length > A_PAGE ? (page.at(-1)?.id ?? null) : null, takes: story.commentsClosed === null } }
}
