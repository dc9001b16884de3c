import 'server-only'
import { recordEvent } from '../audit/record.ts'
import { Refusal } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { notify } from '../notifications/notify.ts'
import { ids, whoMay } from '../notifications/recipients.ts'
import { tags } from '../stories/cache.ts'
import { wordsProblem } from './banner-rules.ts'
import { endPlan, STANDING_FRONTS } from './plans.ts'
import { goLive } from './publish.ts'
import { lockFront } from './state.ts'
import { storedLayout } from './view.ts'

/** What came of it: the tags to expire, and when to come again if it was too early. */
type CarriedOut = { tags: string[]; again?: Date }
const NOTHING: CarriedOut = { tags: [] }

const untried = (tx: Tx, id: string) =>
  tx.frontSchedule.findFirst({ where: { id, ...STANDING_FRONTS, failedAt: null }, select: { id: true, layout: true, at: true, createdById: true, createdBy: { select: { role: true, deactivatedAt: true } } } })

/**
 * Publishes a scheduled front, if its minute has come, or writes down why that cannot be. One transaction under the lock of the front page;
 * whoever comes second finds it done. `now` may be long after: after a downtime it is done at once, unless a later front is out already. A banner
 * that was to end meanwhile does not show.
 */
export function carryOutFront(scheduleId: string, now: Date): Promise<CarriedOut> {
  return inTransaction(async (tx) => {
    const state = await lockFront(tx)
    const plan = await untried(tx, scheduleId)
    if (plan === null) return NOTHING
    if (plan.at > now) return { tags: [], again: plan.at }
    if (state.live !== null && state.live.publishedAt > plan.at) {
      await endPlan(tx, null, plan.id, 'published', now)
      return NOTHING
    }
    const layout = storedLayout(plan.layout, plan.id)
    const { role, deactivatedAt } = plan.createdBy
    const problem = await wordsProblem(tx, deactivatedAt === null ? role : null, layout.banner, state)
    if (problem !== null) {
      await writeFailure(tx, plan.id, problem, now)
      return NOTHING
    }
    const touched = await goLive(tx, state, { by: null, byId: plan.createdById, layout, publishedAt: plan.at, now, scheduleId: plan.id })
    await tx.frontSchedule.update({ where: { id: plan.id }, data: { doneAt: now }, select: { id: true } })
    return { tags: touched }
  })
}

/** Readers keep what they see; that and why the plan failed is shown on the desk. */
async function writeFailure(tx: Tx, id: string, failure: string, now: Date): Promise<void> {
  await tx.frontSchedule.update({ where: { id }, data: { failedAt: now, failure }, select: { id: true } })
  await recordEvent(tx, { actor: null, kind: 'front.scheduleFailed', subjectId: id })
  await notify(tx, { kind: 'front.failed', to: ids(await whoMay(tx, 'arrangeFront')), byId: null, subjectId: id })
}

/** The paper has tried as often as it may, and something that is nobody's fault kept it from doing it. */
export async function giveUpFront(scheduleId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await lockFront(tx)
    if ((await untried(tx, scheduleId)) !== null) await writeFailure(tx, scheduleId, 'The paper’s own machine had a problem. Do it by hand now, and tell an admin.', now)
  })
}

/** Lets a scheduled front that the paper gave up be tried once more. Throws a Refusal where somebody decided on it meanwhile, or another front took its place. */
export async function reopenFront(tx: Tx, scheduleId: string): Promise<void> {
  await lockFront(tx)
  const plan = await tx.frontSchedule.findFirst({ where: { id: scheduleId, ...STANDING_FRONTS }, select: { failedAt: true } })
  if (plan === null) throw new Refusal('Somebody decided on this front page meanwhile: nothing is left to do.')
  if (plan.failedAt !== null) await tx.frontSchedule.update({ where: { id: scheduleId }, data: { failedAt: null, failure: null }, select: { id: true } })
}

/** Takes the banner of an arrangement down, if that is still what readers see and its end has come. */
export function endBanner(arrangementId: string, now: Date): Promise<CarriedOut> {
  return inTransaction(async (tx) => {
    const { live, bannerOver } = await lockFront(tx)
    const endsAt = live?.layout.banner?.endsAt ?? null
    if (live?.id !== arrangementId || bannerOver || endsAt === null) return NOTHING
    if (new Date(endsAt) > now) return { tags: [], again: new Date(endsAt) }
    await tx.frontPage.update({ where: { id: 1 }, data: { bannerEndedAt: now }, select: { id: true } })
    await recordEvent(tx, { actor: null, kind: 'front.bannerEnded', subjectId: arrangementId })
    return { tags: [tags.front()] }
  })
}
