import 'server-only'
import type { LiveChange } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import type { Timing } from '#domain/workflow.ts'
import { recordEvent } from '../../audit/record.ts'
import { timeNow } from '../../clock.ts'
import { outcome, Refusal, type CommandResult } from '../../command.ts'
import { plannedChange } from '../../corrections/live-change.ts'
import { inTransaction, type Tx } from '../../db.ts'
import { inTheWayOf, underEmbargo } from '../in-the-way.ts'
import { lockFor, type StoryStanding } from '../lock.ts'
import type { Decided } from '../moves.ts'
import { cancelPlans, makePlan, momentWords, plannedTime, type AskedTime } from './plans.ts'

/** The way of every word on the time of a story: lock → policy and workflow → `work`, in one transaction. */
function timing(actor: Actor, name: Timing, storyId: string, work: (tx: Tx, story: StoryStanding, now: Date) => Promise<void>): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const story = await lockFor(tx, actor, name, storyId)
      await work(tx, story, timeNow())
      // Nothing that readers see has changed.
      return { ok: true, tags: [] }
    }),
  )
}

/**
 * Plans that an approved revision is published at a time of the school's clocks. A plan that stood before is replaced. Of a story that
 * readers see already it is said now what the new version is; a note for readers takes its last word now.
 */
export function scheduleStory(actor: Actor, input: Decided & AskedTime & { change?: LiveChange }): Promise<CommandResult> {
  return timing(actor, 'schedule', input.storyId, async (tx, story, now) => {
    const { storyId, revisionId } = input
    if (story.workingRevisionId !== revisionId) throw new Refusal('The story was changed while you were reading, so nothing was planned. Look at it first.')
    const change = await plannedChange(tx, actor, story, input.change)
    const when = await plannedTime(tx, input, now)
    const embargo = await underEmbargo(tx, story, when.at, now)
    if (embargo !== null) throw new Refusal([{ ...embargo, field: 'time' }])
    const inTheWay = await inTheWayOf(tx, 'schedule', story, revisionId, now)
    if (inTheWay.length > 0) throw new Refusal(inTheWay)
    const id = await makePlan(tx, actor, { storyId, revisionId, kind: 'PUBLISH', when, change, now })
    await recordEvent(tx, { actor, kind: 'story.schedule', storyId, revisionId, subjectId: id, data: { at: when.at.toISOString() } })
  })
}

/** Cancels what `scheduleStory` planned, or puts away that it failed. */
export function unscheduleStory(actor: Actor, { storyId }: { storyId: string }): Promise<CommandResult> {
  return timing(actor, 'unschedule', storyId, async (tx, _story, now) => {
    if ((await cancelPlans(tx, actor, { storyId, kinds: ['PUBLISH'], why: 'asked', now })) === 0) throw new Refusal('Nothing is scheduled any more.')
  })
}

/** Plans that a live story is withdrawn at a time of the school's clocks, whatever revision is live then. */
export function scheduleUnpublish(actor: Actor, input: Decided & AskedTime & { reason: string }): Promise<CommandResult> {
  return timing(actor, 'scheduleUnpublish', input.storyId, async (tx, story, now) => {
    const { storyId, revisionId, reason } = input
    if (reason.trim() === '') throw new Refusal('Say why.', 'reason')
    if (story.liveRevisionId !== revisionId) throw new Refusal('A newer version was published meanwhile, so nothing was planned. Look at it first.')
    const when = await plannedTime(tx, input, now)
    const id = await makePlan(tx, actor, { storyId, revisionId, kind: 'UNPUBLISH', when, reason, now })
    await recordEvent(tx, { actor, kind: 'story.scheduleUnpublish', storyId, revisionId, subjectId: id, data: { at: when.at.toISOString() } })
  })
}

/** Cancels what `scheduleUnpublish` planned. */
export function cancelUnpublish(actor: Actor, { storyId }: { storyId: string }): Promise<CommandResult> {
  return timing(actor, 'cancelUnpublish', storyId, async (tx, _story, now) => {
    if ((await cancelPlans(tx, actor, { storyId, kinds: ['UNPUBLISH'], why: 'asked', now })) === 0) throw new Refusal('Nothing is planned any more.')
  })
}

/**
 * Says that nobody may publish a story before a time of the school's clocks. An embargo that holds is only ever made longer here; a plan
 * to publish before its end is cancelled.
 */
export function setEmbargo(actor: Actor, input: { storyId: string } & AskedTime): Promise<CommandResult> {
  return timing(actor, 'setEmbargo', input.storyId, async (tx, story, now) => {
    const { storyId } = input
    const { at } = await plannedTime(tx, input, now)
    const held = story.embargoUntil
    if (held !== null && held > now && at < held) {
      throw new Refusal(`It is under embargo until ${await momentWords(tx, held, now)}. An adviser can lift that, with a reason; then a shorter one can be set.`, 'time')
    }
    await tx.story.update({ where: { id: storyId }, data: { embargoUntil: at }, select: { id: true } })
    await recordEvent(tx, { actor, kind: 'story.setEmbargo', storyId, data: { until: at.toISOString(), before: held?.toISOString() ?? null } })
    const before = await tx.schedule.count({ where: { storyId, kind: 'PUBLISH', cancelledAt: null, doneAt: null, at: { lt: at } } })
    if (before > 0) await cancelPlans(tx, actor, { storyId, kinds: ['PUBLISH'], why: 'embargo', now })
  })
}

/** Lifts an embargo before its time, with a reason on record. */
export function liftEmbargo(actor: Actor, { storyId, reason }: { storyId: string; reason: string }): Promise<CommandResult> {
  return timing(actor, 'liftEmbargo', storyId, async (tx, story, now) => {
    if (reason.trim() === '') throw new Refusal('Say why.', 'reason')
    if (story.embargoUntil === null || story.embargoUntil <= now) throw new Refusal('It is under no embargo any more.')
    await tx.story.update({ where: { id: storyId }, data: { embargoUntil: null }, select: { id: true } })
    await recordEvent(tx, { actor, kind: 'story.liftEmbargo', storyId, data: { until: story.embargoUntil.toISOString(), reason } })
  })
}
