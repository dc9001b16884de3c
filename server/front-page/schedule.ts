import 'server-only'
import { sameLayout, AUTOMATIC } from '#domain/front-page/layout.ts'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { enqueue } from '../jobs/queue.ts'
import { plannedTime, type AskedTime } from '../stories/timing/plans.ts'
import { bannerProblem, wordsProblem } from './banner-rules.ts'
import { endPlan, STANDING_FRONTS } from './plans.ts'
import { lockFrontFor, refuseStale } from './state.ts'

/** More than a paper plans ahead. */
const MOST_PLANNED = 12

/**
 * Plans that the draft, as it is now, is published at a time of the school's clocks. `version`: of the draft that was seen. Later changes of the
 * draft do not change the plan. Own words of its banner take whoever may word one, now and again at that minute.
 */
export function scheduleFront(actor: Actor, { version, ...asked }: AskedTime & { version: number }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting, state } = await lockFrontFor(tx, actor)
      refuseStale(acting, state, version)
      const now = timeNow()
      const when = await plannedTime(tx, asked, now)
      const standing = await tx.frontSchedule.findMany({ where: STANDING_FRONTS, select: { at: true } })
      if (standing.some(({ at }) => at.getTime() === when.at.getTime())) throw new Refusal('Another front page is scheduled for that minute. Cancel it first, or choose another time.', 'time')
      if (standing.length >= MOST_PLANNED) throw new Refusal(`${MOST_PLANNED} front pages are scheduled, which is the most. Cancel one first.`)
      if (standing.length === 0 && sameLayout(state.draft, state.live?.layout ?? AUTOMATIC) && !state.bannerOver) throw new Refusal('Readers see this front page already.')
      const problem = (await bannerProblem(tx, state.draft.banner, when.at)) ?? (await wordsProblem(tx, acting.role, state.draft.banner, state))
      if (problem !== null) throw new Refusal(problem)
      const { id } = await tx.frontSchedule.create({ data: { layout: state.draft, ...when, createdById: acting.userId }, select: { id: true } })
      await enqueue(tx, 'front.due', { scheduleId: id }, { startAfter: when.at, singletonKey: id })
      await recordEvent(tx, { actor: acting, kind: 'front.scheduled', subjectId: id, data: { at: when.at.toISOString() } })
      return { ok: true, tags: [] }
    }),
  )
}

/** Cancels a scheduled front, or puts away that it failed. */
export function unscheduleFront(actor: Actor, { scheduleId }: { scheduleId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting } = await lockFrontFor(tx, actor)
      const plan = await tx.frontSchedule.findFirst({ where: { id: scheduleId, ...STANDING_FRONTS }, select: { id: true } })
      if (plan === null) throw new Refusal('This is no longer scheduled.')
      await endPlan(tx, acting, plan.id, 'asked', timeNow())
      return { ok: true, tags: [] }
    }),
  )
}
