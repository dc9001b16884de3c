import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decideOnStory, type StoryAction, type StoryCase } from '#domain/policy.ts'
import { editorsDecide, type ReviewRules } from '#domain/review-policy.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'

/** What decides about a story, besides its words. */
export const STORY_STANDING = {
  id: true,
  state: true,
  stateSince: true,
  version: true,
  createdById: true,
  ownerId: true,
  workingRevisionId: true,
  liveRevisionId: true,
  firstPublishedAt: true,
  withdrawnAt: true,
  escalatedAt: true,
  workingRevision: {
    select: { reviews: { where: { decision: 'COMMENT' }, take: 1, select: { id: true } }, id: true, number: true, createdAt: true, savedAt: true, frozenAt: true, createdById: true, createdBy: { select: { staff: { select: { name: true } } } }, bylines: { select: { staffId: true, name: true } } },
  },
  liveRevision: { select: { bylines: { select: { staffId: true, name: true } } } },
} as const satisfies Prisma.StorySelect

export type StoryStanding = Prisma.StoryGetPayload<{ select: typeof STORY_STANDING }>

const sameName = (a: string, b: string) => a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase()

/** Whether a byline is this person's, as staff or with their name typed by hand. */
export function signs(actor: Actor, { staffId, name }: { staffId: string | null; name: string | null }): boolean {
  return staffId === actor.staffId || (staffId === null && name !== null && sameName(name, actor.name))
}

/** Started it, or signs it in the working or in the live revision. */
export function isAuthor(actor: Actor, story: StoryStanding): boolean {
  const bylines = [...(story.workingRevision?.bylines ?? []), ...(story.liveRevision?.bylines ?? [])]
  return story.createdById === actor.userId || bylines.some((byline) => signs(actor, byline))
}

/** How the paper reviews; the strictest before the paper is set up. */
export async function reviewRules(client: Pick<Tx, 'paper'>): Promise<ReviewRules> {
  const paper = await client.paper.findUnique({ where: { id: 1 }, select: { reviewPolicy: true, escalation: true } })
  return paper === null ? { policy: 'ADVISER_APPROVES', escalation: 'ADVISERS' } : { policy: paper.reviewPolicy, escalation: paper.escalation }
}

/** A story as domain/policy.ts judges it. */
export function storyCase(actor: Actor, story: StoryStanding, rules: ReviewRules): StoryCase {
  const heard = (story.workingRevision?.reviews.length ?? 0) > 0
  return {
    state: story.state,
    live: story.liveRevisionId !== null,
    isAuthor: isAuthor(actor, story),
    isOwner: story.ownerId === actor.userId,
    policy: rules.policy,
    editorsDecide: editorsDecide(rules, { heard, timeIsOver: story.escalatedAt !== null }),
  }
}

/** Takes the row lock that every change of a story holds until its transaction ends. */
export async function lockStory(tx: Tx, storyId: string): Promise<StoryStanding> {
  await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ${storyId}::uuid FOR UPDATE`
  const story = await tx.story.findUnique({ where: { id: storyId }, select: STORY_STANDING })
  if (story === null) throw new Refusal('There is no such story.')
  return story
}

/** Lock, then policy: the first two steps of every command on a story. */
export async function lockFor(tx: Tx, asked: Actor, action: StoryAction, storyId: string): Promise<StoryStanding> {
  const actor = await actorNow(tx, asked)
  const story = await lockStory(tx, storyId)
  const verdict = decideOnStory(actor.role, action, storyCase(actor, story, await reviewRules(tx)))
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return story
}
