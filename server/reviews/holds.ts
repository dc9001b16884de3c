import 'server-only'
import { holdEnds, storedDaysOffSchema, type HoldRules } from '#domain/review-policy.ts'
import { afterSchoolHours } from '#domain/school-hours.ts'
import { STORY_STATES, waitsForAnswer } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { tellOfHold, tellOfLateObjection } from '../notifications/of-decisions.ts'
import { lockStory } from '../stories/lock.ts'

/** How long this paper lets a story be held. */
export async function holdRules(client: Pick<Tx, 'paper'> = db()): Promise<HoldRules> {
  const paper = await client.paper.findUnique({
    where: { id: 1 },
    select: { reviewPolicy: true, holdHours: true, consultHours: true, schoolOpens: true, schoolCloses: true, daysOff: true, timeZone: true },
  })
  return {
    policy: paper?.reviewPolicy ?? 'ADVISER_APPROVES',
    holdHours: paper?.holdHours ?? 14,
    consultHours: paper?.consultHours ?? 7,
    week: {
      opens: paper?.schoolOpens ?? '08:00',
      closes: paper?.schoolCloses ?? '15:00',
      daysOff: storedDaysOffSchema.parse(paper?.daysOff ?? []),
      timeZone: paper?.timeZone ?? 'America/Los_Angeles',
    },
  }
}

const WAITING_STATES = STORY_STATES.filter(waitsForAnswer)
/** So many stories are looked at in one tick; the next goes on. */
const A_TICK = 100

/** Notes of every story whose time to be decided on is over at `now` that it is; from then on it goes to whom the policy names. Answers how many. */
export async function escalateOverdue(now: Date): Promise<number> {
  const rules = await holdRules()
  const waiting = await db().story.findMany({
    where: { state: { in: [...WAITING_STATES] }, escalatedAt: null },
    orderBy: { stateSince: 'asc' },
    take: A_TICK,
    select: { id: true, state: true, stateSince: true },
  })
  const over = waiting.filter(({ state, stateSince }) => isOver(holdEnds(state, stateSince, rules), now))
  for (const { id } of over) await escalateStory(id, now)
  return over.length + (await escalateObjections(now, rules))
}

const isOver = (end: Date | null, now: Date) => end !== null && end <= now

async function escalateStory(storyId: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const story = await lockStory(tx, storyId)
    // Decided meanwhile, or the policy was changed.
    if (story.escalatedAt !== null || !isOver(holdEnds(story.state, story.stateSince, await holdRules(tx)), now)) return
    const { escalation } = await tx.paper.findUniqueOrThrow({ where: { id: 1 }, select: { escalation: true } })
    await tx.story.update({ where: { id: storyId }, data: { escalatedAt: now }, select: { id: true } })
    await recordEvent(tx, { actor: null, kind: 'review.escalated', storyId, ...(story.workingRevisionId === null ? {} : { revisionId: story.workingRevisionId }), data: { to: escalation } })
    await tellOfHold(tx, storyId)
  })
}

async function escalateObjections(now: Date, { holdHours, week }: HoldRules): Promise<number> {
  const open = await db().objection.findMany({
    where: { answeredAt: null, escalatedAt: null },
    orderBy: { createdAt: 'asc' },
    take: A_TICK,
    select: { id: true, createdAt: true, review: { select: { storyId: true, revisionId: true } } },
  })
  const over = open.filter(({ createdAt }) => afterSchoolHours(createdAt, holdHours, week) <= now)
  for (const { id, review } of over) {
    await inTransaction(async (tx) => {
      const { count } = await tx.objection.updateMany({ where: { id, answeredAt: null, escalatedAt: null }, data: { escalatedAt: now } })
      if (count === 0) return
      await recordEvent(tx, { actor: null, kind: 'objection.escalated', storyId: review.storyId, revisionId: review.revisionId, subjectId: id })
      await tellOfLateObjection(tx, review.storyId, id)
    })
  }
  return over.length
}
