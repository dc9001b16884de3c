import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decideOnStory, OWN_STORY, type StoryAction, type StoryCase } from '#domain/policy.ts'
import { editorsDecide, type ReviewRules } from '#domain/review-policy.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'

/** What decides about a story, besides its words. */
export const STORY_STANDING = {
  id: true,
  kind: true,
  state: true,
  stateSince: true,
  version: true,
  createdById: true,
  commissioned: true,
  assignments: { where: { part: 'WRITER', endedAt: null }, select: { userId: true } },
  ownerId: true,
  workingRevisionId: true,
  liveRevisionId: true,
  firstPublishedAt: true,
  withdrawnAt: true,
  escalatedAt: true,
  embargoUntil: true,
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

/** Started it, is assigned to write it, or signs it in the working or in the live revision. */
export function isAuthor(actor: Actor, story: StoryStanding): boolean {
  const bylines = [...(story.workingRevision?.bylines ?? []), ...(story.liveRevision?.bylines ?? [])]
  return began(actor, story) || story.assignments.some(({ userId }) => userId === actor.userId) || bylines.some((byline) => signs(actor, byline))
}

/** Whoever asks others for a story does not begin it: but it is theirs as long as nobody else is assigned to write it. */
function began(actor: Actor, { createdById, commissioned, assignments }: StoryStanding): boolean {
  return createdById === actor.userId && !(commissioned && assignments.some(({ userId }) => userId !== actor.userId))
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

/** Policy alone, for a command that holds the lock of the story and does more than one thing to it. Throws a Refusal. */
export async function allowOn(tx: Tx, asked: Actor, action: StoryAction, story: StoryStanding): Promise<void> {
  const actor = await actorNow(tx, asked)
  const verdict = decideOnStory(actor.role, action, storyCase(actor, story, await reviewRules(tx)))
  if (!verdict.allowed) throw new Refusal(verdict.reason)
}

/** Refuses whoever signed any revision of a story, or was ever assigned to write it: taking one's own byline off does not make the words somebody else's. */
export async function refuseFormerAuthor(tx: Tx, actor: Actor, storyId: string): Promise<void> {
  const bylines = await tx.byline.findMany({ where: { revision: { storyId } }, distinct: ['staffId', 'name'], select: { staffId: true, name: true } })
  if (bylines.some((byline) => signs(actor, byline))) throw new Refusal(OWN_STORY)
  // Nor does taking oneself off as a writer.
  if ((await tx.assignment.count({ where: { storyId, userId: actor.userId, part: 'WRITER' } })) > 0) throw new Refusal(OWN_STORY)
}

/** Lock, then policy: the first two steps of every command on a story. */
export async function lockFor(tx: Tx, asked: Actor, action: StoryAction, storyId: string): Promise<StoryStanding> {
  const actor = await actorNow(tx, asked)
  const story = await lockStory(tx, storyId)
  const verdict = decideOnStory(actor.role, action, storyCase(actor, story, await reviewRules(tx)))
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return story
}
