import 'server-only'
import { AUTOMATIC, sameLayout, type FrontLayout } from '#domain/front-page/layout.ts'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { cancelJobs, enqueue } from '../jobs/queue.ts'
import { tags } from '../stories/cache.ts'
import { momentWords } from '../stories/timing/plans.ts'
import { bannerProblem, wordsProblem } from './banner-rules.ts'
import { endPlan } from './plans.ts'
import { lockFrontFor, refuseStale, writeStep, type FrontState } from './state.ts'
import { storedLayout } from './view.ts'

type Publication = { by: Actor | null; byId: string; layout: FrontLayout; publishedAt: Date; now: Date; scheduleId?: string; fromId?: string }

/**
 * Makes an arrangement the one that readers see, keeps it for good, and sees to the end of its banner. What was planned for a minute before it
 * and not done is over. The caller holds the lock of the front page. `by` null: the paper itself, at a planned minute.
 */
export async function goLive(tx: Tx, { live }: FrontState, { by, byId, layout, publishedAt, now, scheduleId, fromId }: Publication): Promise<string[]> {
  const { id } = await tx.frontArrangement.create({ data: { layout, publishedAt, byId, scheduleId: scheduleId ?? null, fromId: fromId ?? null }, select: { id: true } })
  const endsAt = layout.banner === null || layout.banner.endsAt === null ? null : new Date(layout.banner.endsAt)
  const over = endsAt !== null && endsAt <= now
  await tx.frontPage.update({ where: { id: 1 }, data: { liveId: id, bannerEndedAt: over ? endsAt : null }, select: { id: true } })
  if (live !== null) await cancelJobs(tx, 'front.bannerEnds', live.id)
  if (endsAt !== null && !over) await enqueue(tx, 'front.bannerEnds', { arrangementId: id }, { startAfter: endsAt, singletonKey: id })
  await recordEvent(tx, { actor: by, kind: 'front.published', subjectId: id, data: { ...(scheduleId === undefined ? {} : { schedule: scheduleId, plannedFor: publishedAt.toISOString() }), ...(fromId === undefined ? {} : { from: fromId }) } })
  const overdue = await tx.frontSchedule.findMany({ where: { cancelledAt: null, doneAt: null, at: { lte: publishedAt }, ...(scheduleId === undefined ? {} : { id: { not: scheduleId } }) }, select: { id: true } })
  for (const plan of overdue) await endPlan(tx, by, plan.id, 'published', now)
  return [tags.front()]
}

/** Publishes the draft. `version`: of the draft that was seen. The banner's own words take whoever may word one. */
export function publishFront(actor: Actor, { version }: { version: number }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting, state } = await lockFrontFor(tx, actor)
      refuseStale(acting, state, version)
      const { draft, live, bannerOver } = state
      if (sameLayout(draft, live?.layout ?? AUTOMATIC) && !bannerOver) throw new Refusal('Readers see this front page already.')
      const now = timeNow()
      const problem = (await bannerProblem(tx, draft.banner, now)) ?? (await wordsProblem(tx, acting.role, draft.banner, state))
      if (problem !== null) throw new Refusal(problem)
      return { ok: true, tags: await goLive(tx, state, { by: acting, byId: acting.userId, layout: draft, publishedAt: now, now }) }
    }),
  )
}

/**
 * Publishes a former arrangement once more; the draft becomes it too, in a step that can be undone. Its banner comes along unless it is over, its
 * story is gone, or its own words are not for this person to publish.
 */
export function putBack(actor: Actor, { arrangementId }: { arrangementId: string }): Promise<CommandResult<{ message: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting, state } = await lockFrontFor(tx, actor)
      const former = await tx.frontArrangement.findUnique({ where: { id: arrangementId }, select: { id: true, layout: true, publishedAt: true } })
      if (former === null) throw new Refusal('There is no such arrangement.')
      if (former.id === state.live?.id) throw new Refusal('Readers see this front page already.')
      const now = timeNow()
      const stored = storedLayout(former.layout, former.id)
      const dropped = stored.banner === null ? null : ((await bannerProblem(tx, stored.banner, now)) ?? (await wordsProblem(tx, acting.role, stored.banner, state)))
      const layout = dropped === null ? stored : { ...stored, banner: null }
      const words = `Put back the front of ${await momentWords(tx, former.publishedAt, now)}`
      const touched = await goLive(tx, state, { by: acting, byId: acting.userId, layout, publishedAt: now, now, fromId: former.id })
      if (!sameLayout(layout, state.draft)) await writeStep(tx, acting, state, { layout, words, did: 'putBack', now })
      return { ok: true, tags: touched, message: `${words}. Readers see it now${dropped === null ? '.' : ', without its banner.'}` }
    }),
  )
}
