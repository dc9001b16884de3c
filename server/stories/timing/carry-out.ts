import 'server-only'
import { changeProblem, type LiveChange } from '#domain/corrections.ts'
import { canMove, STATE_NAMES, type Decision } from '#domain/workflow.ts'
import { recordEvent } from '../../audit/record.ts'
import { lockAccounts } from '../../auth/standing.ts'
import { carryOutChange, inTheWayOfChange } from '../../corrections/live-change.ts'
import { Refusal } from '../../command.ts'
import { inTransaction, type Tx } from '../../db.ts'
import { tellOfFailedPlan } from '../../notifications/of-stories.ts'
import { inTheWayOf } from '../in-the-way.ts'
import { hideFromReaders, showReaders, takeStep } from '../live.ts'
import { lockStory, type StoryStanding } from '../lock.ts'
import { cancelPlans } from './plans.ts'

const PLAN = { id: true, storyId: true, revisionId: true, kind: true, at: true, reason: true, changeKind: true, changeNote: true, createdById: true, cancelledAt: true, doneAt: true, failedAt: true } as const
type Plan = NonNullable<Awaited<ReturnType<typeof standingPlan>>>
/** What came of it: the tags to expire, and when to come again if it was too early. */
export type CarriedOut = { tags: string[]; again?: Date }
const NOTHING: CarriedOut = { tags: [] }

/**
 * Does what a plan says, if its minute has come: publishes or unpublishes the story exactly as somebody would by hand, or writes down
 * why that cannot be. One transaction under the story's lock; whoever comes second finds the plan carried out. `now` may be long
 * after: after a downtime it is done at once, and readers see the planned moment as that of the publication.
 */
export function carryOut(scheduleId: string, now: Date): Promise<CarriedOut> {
  return inTransaction(async (tx) => {
    const found = await tx.schedule.findUnique({ where: { id: scheduleId }, select: { storyId: true, createdById: true } })
    if (found === null) return NOTHING
    // A note goes live in the planner's name, which locks their account: accounts come before stories.
    await lockAccounts(tx, [found.createdById])
    const story = await lockStory(tx, found.storyId)
    const plan = await standingPlan(tx, scheduleId)
    if (plan === null) return NOTHING
    if (plan.at > now) return { tags: [], again: plan.at }
    const reasons = await reasonsAgainst(tx, story, plan, now)
    if (reasons.length > 0) {
      await writeFailure(tx, plan, reasons.join(' '), now)
      return NOTHING
    }
    const tags = plan.kind === 'PUBLISH' ? await publish(tx, story, plan, now) : await unpublish(tx, story, plan, now)
    await tx.schedule.update({ where: { id: plan.id }, data: { doneAt: now }, select: { id: true } })
    return { tags }
  })
}

/** The plan, read under the story's lock; null where it is over or was tried already. */
async function standingPlan(tx: Tx, id: string) {
  const plan = await tx.schedule.findUnique({ where: { id }, select: PLAN })
  return plan === null || plan.cancelledAt !== null || plan.doneAt !== null || plan.failedAt !== null ? null : plan
}

async function reasonsAgainst(tx: Tx, story: StoryStanding, plan: Plan, now: Date): Promise<string[]> {
  const name: Decision = plan.kind === 'PUBLISH' ? 'publish' : 'withdraw'
  const standing = { state: story.state, live: story.liveRevisionId !== null }
  if (!canMove(name, standing)) return [`The story is ${STATE_NAMES[story.state].toLowerCase()}.`]
  if (plan.kind === 'UNPUBLISH') return []
  if (story.workingRevisionId !== plan.revisionId) return ['The story was changed after it was approved.']
  if (changeProblem(changeOf(plan), standing.live) !== null) return ['Readers see it already, and it was not said what this version changes.']
  const inTheWay = await inTheWayOf(tx, name, story, plan.revisionId, now)
  return [...inTheWay.map(({ message }) => message), ...(await inTheWayOfChange(tx, story.id, standing.live ? changeOf(plan) : undefined))]
}

async function publish(tx: Tx, story: StoryStanding, plan: Plan, now: Date): Promise<string[]> {
  const said = await carryOutChange(tx, story, { revisionId: plan.revisionId, change: changeOf(plan), byId: plan.createdById, now })
  const { tags } = await showReaders(tx, story, plan.revisionId, { dated: plan.at, now })
  await takeStep(tx, { by: null, name: 'publish', story, revisionId: plan.revisionId, now, data: { schedule: plan.id, plannedFor: plan.at.toISOString() }, also: [plan.createdById] })
  return [...new Set([...said, ...tags])]
}

/** What was said with the plan of the new version; undefined: nothing. */
const changeOf = ({ changeKind, changeNote }: Plan): LiveChange | undefined => (changeKind === null ? undefined : { kind: changeKind, note: changeNote })

async function unpublish(tx: Tx, story: StoryStanding, plan: Plan, now: Date): Promise<string[]> {
  await cancelPlans(tx, null, { storyId: story.id, kinds: ['PUBLISH'], why: 'withdrawn', now })
  const tags = await hideFromReaders(tx, story, { reason: plan.reason }, now)
  await takeStep(tx, { by: null, name: 'withdraw', story, revisionId: story.liveRevisionId ?? plan.revisionId, now, data: { schedule: plan.id, plannedFor: plan.at.toISOString() }, also: [plan.createdById] })
  return tags
}

/** The story stays as it was; that and why the plan failed is shown wherever the story is. */
async function writeFailure(tx: Tx, plan: Plan, failure: string, now: Date): Promise<void> {
  await tx.schedule.update({ where: { id: plan.id }, data: { failedAt: now, failure }, select: { id: true } })
  await recordEvent(tx, { actor: null, kind: 'story.scheduleFailed', storyId: plan.storyId, revisionId: plan.revisionId, subjectId: plan.id, data: { kind: plan.kind } })
  await tellOfFailedPlan(tx, plan)
}

/** The paper has tried as often as it may, and something that is not the story's fault kept it from doing it. */
export async function giveUp(scheduleId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const found = await tx.schedule.findUnique({ where: { id: scheduleId }, select: { storyId: true } })
    if (found === null) return
    await lockStory(tx, found.storyId)
    const plan = await standingPlan(tx, scheduleId)
    if (plan !== null) await writeFailure(tx, plan, 'The paper’s own machine had a problem. Do it by hand now, and tell an admin.', now)
  })
}

/** Lets a plan that the paper gave up be tried once more. Throws a Refusal where somebody decided on the story meanwhile. */
export async function reopenPlan(tx: Tx, scheduleId: string): Promise<void> {
  const found = await tx.schedule.findUnique({ where: { id: scheduleId }, select: { storyId: true } })
  if (found === null) throw new Refusal('There is no such plan any more.')
  await lockStory(tx, found.storyId)
  const { cancelledAt, doneAt, failedAt } = await tx.schedule.findUniqueOrThrow({ where: { id: scheduleId }, select: PLAN })
  if (cancelledAt !== null || doneAt !== null) throw new Refusal('Somebody decided on this story meanwhile: nothing is left to do.')
  if (failedAt !== null) await tx.schedule.update({ where: { id: scheduleId }, data: { failedAt: null, failure: null }, select: { id: true } })
}
