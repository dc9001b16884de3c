import 'server-only'
import { blockedIn, type CommentState } from '#domain/comments/comment.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { pathOf } from '../stories/live.ts'
import { namesInAll } from './flags.ts'

/** A comment as the newsroom sees it; addresses are shown to nobody. `named`, `blocked`: passages that name somebody of the opt-out list, and blocked words. */
export type CommentLine = {
  id: string; state: CommentState; name: string; text: string; at: string; named: string[]; blocked: string[]; reason: string; by: string | null
  story: { id: string; headline: string; path: string | null; closed: boolean }
}
export type CommentDesk = { open: boolean; waiting: number; lines: CommentLine[]; next: string | null }

const A_PAGE = 30
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const LINE = {
  id: true, state: true, name: true, text: true, createdAt: true, reason: true,
  decidedBy: { select: { staff: { select: { name: true } } } },
  story: { select: { id: true, commentsClosed: { select: { storyId: true } }, liveRevision: { select: { headline: true } }, addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } } } },
} as const satisfies Prisma.ReaderCommentSelect

const may = (actor: Actor) => decide(actor.role, 'moderateComments').allowed
/** Of a story that readers do not see any more, nothing waits. */
const WAITS = { state: 'WAITING', story: { liveRevisionId: { not: null } } } satisfies Prisma.ReaderCommentWhereInput

/** How many comments wait for a decision, for whoever has a part in it. */
export async function waitingComments(actor: Actor): Promise<number> {
  return may(actor) ? db().readerComment.count({ where: WAITS }) : 0
}

/** The comments that wait, oldest first, or those that stand on stories, newest first; behind the one named `after`. null for whoever has no part in it. */
export async function commentDesk(actor: Actor, { shown, after }: { shown: boolean; after: string | null }): Promise<CommentDesk | null> {
  if (!may(actor)) return null
  const behind = after === null || !UUID.test(after) ? null : await db().readerComment.findUnique({ where: { id: after }, select: { id: true, createdAt: true } })
  const past = shown ? 'lt' : 'gt'
  const rows = await db().readerComment.findMany({
    where: { AND: [shown ? { ...WAITS, state: 'APPROVED' } : WAITS, behind === null ? {} : { OR: [{ createdAt: { [past]: behind.createdAt } }, { createdAt: behind.createdAt, id: { [past]: behind.id } }] }] },
    orderBy: shown ? [{ createdAt: 'desc' }, { id: 'desc' }] : [{ createdAt: 'asc' }, { id: 'asc' }], take: A_PAGE + 1, select: LINE,
  })
  const page = rows.slice(0, A_PAGE)
  const [settings, waiting, named] = [await db().commentSettings.findUnique({ where: { id: 1 } }), await waitingComments(actor), await namesInAll(db(), page)]
  const lines = page.map(({ createdAt, decidedBy, story, ...row }, index): CommentLine => {
    const [address] = story.addresses
    return {
      ...row, at: createdAt.toISOString(), by: decidedBy?.staff.name ?? null,
      named: named[index] ?? [], blocked: blockedIn(`${row.name}\n${row.text}`, settings?.blockedWords ?? ''),
      story: { id: story.id, headline: story.liveRevision?.headline ?? '', path: address === undefined ? null : pathOf(address), closed: story.commentsClosed !== null },
    }
  })
  return { open: settings?.open ?? false, waiting, lines, next: rows.length > A_PAGE ? (page.at(-1)?.id ?? null) : null }
}

/** Whether readers can comment, and the blocked words; null for whoever may not change it. */
export async function commentSettings(actor: Actor): Promise<{ open: boolean; blockedWords: string } | null> {
  if (!decide(actor.role, 'changeSettings').allowed) return null
  const settings = await db().commentSettings.findUnique({ where: { id: 1 } })
  return { open: settings?.open ?? false, blockedWords: settings?.blockedWords ?? '' }
}
