import 'server-only'
import { changeProblem, type LiveChange } from '#domain/corrections.ts'
import { changesBetween } from '#domain/document/diff.ts'
import type { Actor } from '#domain/people.ts'
import type { ChangeRequest } from '#domain/review-policy.ts'
import type { Decision } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { sayChange } from '../corrections/live-change.ts'
import { allowText } from '../corrections/publish.ts'
import { inTransaction, type Tx } from '../db.ts'
import { tellAuthors, tellOfAskedWithdrawal } from '../notifications/of-stories.ts'
import { readable, REVISION_CONTENT } from './content.ts'
import { inTheWayOf } from './in-the-way.ts'
import { lockFor, refuseFormerAuthor, type StoryStanding } from './lock.ts'
import { hideFromReaders, keepChange, showReaders, takeStep } from './live.ts'
import { freeze } from './revisions.ts'
import { cancelPlans } from './timing/plans.ts'

/** A decision names the story and the revision that the person had before them. */
export type Decided = { storyId: string; revisionId: string }
type Effect = (tx: Tx, story: StoryStanding, now: Date) => Promise<string[]>

/**
 * The way of every move of a working revision: lock → policy and workflow → the decision's revision is still the
 * newest → nothing stands in the way (in-the-way.ts) → write → audit, in one transaction.
 */
function move(actor: Actor, name: Decision, { storyId, revisionId }: Decided, effect: Effect): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, name, storyId)
      if (story.workingRevisionId !== revisionId) await refuseStale(tx, story, revisionId)
      const now = timeNow()
      const inTheWay = await inTheWayOf(tx, name, story, revisionId, now)
      if (inTheWay.length > 0) throw new Refusal(inTheWay)
      await freeze(tx, revisionId)
      const tags = await effect(tx, story, now)
      await takeStep(tx, { by: actor, name, story, revisionId, now })
      return { ok: true, tags }
    }),
  )
}

async function refuseStale(tx: Tx, story: StoryStanding, seenId: string): Promise<never> {
  const working = story.workingRevision
  const [seen, newest] = [
    await tx.revision.findFirst({ where: { id: seenId, storyId: story.id }, select: REVISION_CONTENT }),
    working === null ? null : await tx.revision.findUnique({ where: { id: working.id }, select: REVISION_CONTENT }),
  ]
  if (seen === null || newest === null || working === null) throw new Refusal('There is no such revision of this story.')
  const who = working.createdBy.staff.name
  throw new Refusal(
    `${who} changed the story while you were reading, so nothing was decided. Here is what changed.`,
    undefined,
    changesBetween(readable(seen), readable(newest)),
  )
}

/**
 * DRAFT → EDITING: hands a draft to the editors. Of a story that readers see already it is said here what the new version is; whoever
 * publishes it has the last word on that.
 */
export function submitStory(actor: Actor, decision: Decided & { change?: LiveChange }): Promise<CommandResult> {
  return move(actor, 'submit', decision, async (tx, story) => {
    const problem = changeProblem(decision.change, story.liveRevisionId !== null)
    if (problem !== null) throw new Refusal([problem])
    if (story.liveRevisionId !== null) await keepChange(tx, story.id, decision.change)
    return []
  })
}

/** EDITING → REVIEW: sends a story on to whoever has the last word. */
export function sendOn(actor: Actor, decision: Decided): Promise<CommandResult> {
  return move(actor, 'sendOn', decision, async () => [])
}

export type SentBack = Decided & { notes: string; request: ChangeRequest; reason: string }

/** EDITING or REVIEW → DRAFT with notes. A required change has a reason, and must be settled or lifted before the story can be approved. */
export function sendBack(actor: Actor, input: SentBack): Promise<CommandResult> {
  return move(actor, 'sendBack', input, async (tx, story) => {
    const { storyId, revisionId, notes, request, reason } = input
    if (notes.trim() === '') throw new Refusal('Say what should change.', 'notes')
    const required = request === 'REQUIRED'
    if (required && reason.trim() === '') throw new Refusal('A required change needs a reason: it stays on record.', 'reason')
    const data = { storyId, revisionId, byId: actor.userId, decision: 'REQUEST_CHANGES', notes, request, reason: required ? reason : '' } as const
    const { id: reviewId } = await tx.review.create({ data, select: { id: true } })
    await tx.note.create({ data: { storyId, revisionId, authorId: actor.userId, body: notes, blocking: required, reviewId }, select: { id: true } })
    await tellAuthors(tx, required ? 'story.changeRequired' : 'story.sentBack', { byId: actor.userId, story })
    return []
  })
}

/** REVIEW → APPROVED: this revision, and no other, may be published. */
export function approveRevision(actor: Actor, { storyId, revisionId }: Decided): Promise<CommandResult> {
  return move(actor, 'approve', { storyId, revisionId }, async (tx) => {
    await refuseFormerAuthor(tx, actor, storyId)
    await tx.review.create({ data: { storyId, revisionId, byId: actor.userId, decision: 'APPROVE' }, select: { id: true } })
    return []
  })
}

/**
 * APPROVED → live, now: moves the story's live pointer to the approved revision and claims its address. A plan for later ends. `change`:
 * what the new version of a story is that readers see already; without it, such a one is refused.
 */
export function publishRevision(actor: Actor, decision: Decided & { change?: LiveChange }): Promise<CommandResult<{ path: string }>> {
  let path = ''
  const done = move(actor, 'publish', decision, async (tx, story, now) => {
    const said = await sayChange(tx, actor, story, decision)
    await cancelPlans(tx, actor, { storyId: story.id, kinds: ['PUBLISH'], why: 'published', now })
    const live = await showReaders(tx, story, decision.revisionId, { dated: now, now })
    path = live.path
    return [...new Set([...said, ...live.tags])]
  })
  return done.then((result) => (result.ok ? { ...result, path } : result))
}

/** A decision about what readers see names the live revision that the person had before them. */
export type LiveDecision = Decided & { reason: string }
/** `statement`: what readers are told in place of the story; '' or absent = that it was withdrawn, and no more. */
export type Withdrawal = LiveDecision & { statement?: string }

async function lockLive(tx: Tx, actor: Actor, name: 'withdraw' | 'askWithdrawal', { storyId, revisionId, reason }: LiveDecision): Promise<StoryStanding> {
  const story = await lockFor(tx, actor, name, storyId)
  if (reason.trim() === '') throw new Refusal('Say why.', 'reason')
  if (story.liveRevisionId !== revisionId) throw new Refusal('A newer version was published meanwhile, so nothing was done. Look at it first.')
  return story
}

/** live → WITHDRAWN, with a reason on record. Readers get 410 at every address that the story ever had. */
export function withdrawStory(actor: Actor, input: Withdrawal): Promise<CommandResult> {
  return outcome(() => inTransaction(async (tx) => ({ ok: true, tags: await withdrawIn(tx, actor, input) })))
}

/** The same inside the transaction of a command that does more; answers the tags that it touched. Throws a Refusal. */
export async function withdrawIn(tx: Tx, actor: Actor, input: Withdrawal): Promise<string[]> {
  const { storyId, revisionId, reason, statement = '' } = input
  const story = await lockLive(tx, actor, 'withdraw', input)
  await allowText(tx, storyId, statement, { where: 'the statement', field: 'statement' })
  const now = timeNow()
  await cancelPlans(tx, actor, { storyId, kinds: ['PUBLISH', 'UNPUBLISH'], why: 'withdrawn', now })
  const touched = await hideFromReaders(tx, story, { reason, statement }, now)
  await takeStep(tx, { by: actor, name: 'withdraw', story, revisionId, now })
  return touched
}

/** An editor asks the advisers to withdraw a live story; nothing changes for readers. */
export function askWithdrawal(actor: Actor, input: LiveDecision): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { storyId, revisionId, reason } = input
      await lockLive(tx, actor, 'askWithdrawal', input)
      const data = { withdrawalAskedAt: timeNow(), withdrawalAskedReason: reason, withdrawalAskedById: actor.userId }
      await tx.story.update({ where: { id: storyId }, data, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'story.askWithdrawal', storyId, revisionId })
      await tellOfAskedWithdrawal(tx, actor.userId, storyId)
      return { ok: true, tags: [] }
    }),
  )
}
