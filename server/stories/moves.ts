import 'server-only'
import type { LiveChange } from '#domain/corrections.ts'
import { changesBetween } from '#domain/document/diff.ts'
import type { Actor } from '#domain/people.ts'
import { writersChecks } from '#domain/publish-checks.ts'
import type { ChangeRequest } from '#domain/review-policy.ts'
import { moveRow, type Move } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { sayChange } from '../corrections/live-change.ts'
import { inTransaction, type Tx } from '../db.ts'
import { revisionChecks } from './checks.ts'
import { tags } from './cache.ts'
import { readable, REVISION_CONTENT } from './content.ts'
import { lockFor, refuseFormerAuthor, type StoryStanding } from './lock.ts'
import { claimAddress, liveTags } from './live.ts'
import { freeze } from './revisions.ts'

/** A decision names the story and the revision that the person had before them. */
export type Decision = { storyId: string; revisionId: string }
type Effect = (tx: Tx, story: StoryStanding) => Promise<string[]>

/**
 * The way of every move of a working revision: lock → policy and workflow → the decision's revision is still the
 * newest → publish checks where the table asks for them → write → audit, in one transaction.
 */
function move(actor: Actor, name: Move, { storyId, revisionId }: Decision, effect: Effect): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, name, storyId)
      if (story.workingRevisionId !== revisionId) await refuseStale(tx, story, revisionId)
      await refuseUnstorable(tx, storyId)
      const row = moveRow(name)
      if (row.checks !== 'none') {
        const unmet = await revisionChecks(tx, storyId, revisionId)
        const inTheWay = row.checks === 'writers' ? writersChecks(unmet) : unmet
        if (inTheWay.length > 0) throw new Refusal(inTheWay)
      }
      await freeze(tx, revisionId)
      const tags = await effect(tx, story)
      const to = row.to ?? story.state
      await tx.story.update({ where: { id: storyId }, data: { state: to, stateSince: new Date(), escalatedAt: null }, select: { id: true } })
      await recordEvent(tx, { actor, kind: `story.${name}`, storyId, revisionId, data: { from: story.state, to } })
      return { ok: true, tags }
    }),
  )
}

/** What stands in the shared document but cannot be a revision would be left out of the decision without a word. */
async function refuseUnstorable(tx: Tx, storyId: string): Promise<void> {
  const shared = await tx.sharedDraft.findUnique({ where: { storyId }, select: { problem: true } })
  if (shared?.problem != null) throw new Refusal(`Not all of the text is saved yet. ${shared.problem}`)
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

/** DRAFT → EDITING: hands a draft to the editors. */
export function submitStory(actor: Actor, decision: Decision): Promise<CommandResult> {
  return move(actor, 'submit', decision, async () => [])
}

/** EDITING → REVIEW: sends a story on to whoever has the last word. */
export function sendOn(actor: Actor, decision: Decision): Promise<CommandResult> {
  return move(actor, 'sendOn', decision, async () => [])
}

export type SentBack = Decision & { notes: string; request: ChangeRequest; reason: string }

/** EDITING or REVIEW → DRAFT with notes. A required change has a reason, and must be settled or lifted before the story can be approved. */
export function sendBack(actor: Actor, input: SentBack): Promise<CommandResult> {
  return move(actor, 'sendBack', input, async (tx) => {
    const { storyId, revisionId, notes, request, reason } = input
    if (notes.trim() === '') throw new Refusal('Say what should change.', 'notes')
    const required = request === 'REQUIRED'
    if (required && reason.trim() === '') throw new Refusal('A required change needs a reason: it stays on record.', 'reason')
    const data = { storyId, revisionId, byId: actor.userId, decision: 'REQUEST_CHANGES', notes, request, reason: required ? reason : '' } as const
    const { id: reviewId } = await tx.review.create({ data, select: { id: true } })
    await tx.note.create({ data: { storyId, revisionId, authorId: actor.userId, body: notes, blocking: required, reviewId }, select: { id: true } })
    return []
  })
}

/** REVIEW → APPROVED: this revision, and no other, may be published. */
export function approveRevision(actor: Actor, { storyId, revisionId }: Decision): Promise<CommandResult> {
  return move(actor, 'approve', { storyId, revisionId }, async (tx) => {
    await refuseFormerAuthor(tx, actor, storyId)
    await tx.review.create({ data: { storyId, revisionId, byId: actor.userId, decision: 'APPROVE' }, select: { id: true } })
    return []
  })
}

/**
 * APPROVED → live, now: moves the story's live pointer to the approved revision and claims its address. `change`: what the new
 * version of a story is that readers see already; without it, such a one is refused.
 */
export function publishRevision(actor: Actor, decision: Decision & { change?: LiveChange }): Promise<CommandResult<{ path: string }>> {
  let path = ''
  const done = move(actor, 'publish', decision, async (tx, story) => {
    const before = [...(await sayChange(tx, actor, story, decision)), ...(await liveTags(tx, story.id))]
    path = await claimAddress(tx, story.id, decision.revisionId)
    const now = new Date()
    await tx.story.update({
      where: { id: story.id },
      data: { liveRevisionId: decision.revisionId, firstPublishedAt: story.firstPublishedAt ?? now, lastPublishedAt: now },
      select: { id: true },
    })
    return [...new Set([...before, ...(await liveTags(tx, story.id))])]
  })
  return done.then((result) => (result.ok ? { ...result, path } : result))
}

/** A decision about what readers see names the live revision that the person had before them. */
export type LiveDecision = Decision & { reason: string }
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
  const touched = await liveTags(tx, storyId)
  const now = new Date()
  const to = moveRow('withdraw').to ?? story.state
  const data = { liveRevisionId: null, state: to, stateSince: now, withdrawnAt: now, withdrawnReason: reason, withdrawnStatement: statement }
  await tx.story.update({ where: { id: storyId }, data, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'story.withdraw', storyId, revisionId, data: { from: story.state, to } })
  return [...touched, tags.corrections()]
}

/** An editor asks the advisers to withdraw a live story; nothing changes for readers. */
export function askWithdrawal(actor: Actor, input: LiveDecision): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { storyId, revisionId, reason } = input
      await lockLive(tx, actor, 'askWithdrawal', input)
      const data = { withdrawalAskedAt: new Date(), withdrawalAskedReason: reason, withdrawalAskedById: actor.userId }
      await tx.story.update({ where: { id: storyId }, data, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'story.askWithdrawal', storyId, revisionId })
      return { ok: true, tags: [] }
    }),
  )
}
