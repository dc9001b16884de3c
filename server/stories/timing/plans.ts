import 'server-only'
import type { LiveChange } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import { meaningOf, offsetWords, plannedWords, wallWords, type WallTime, type Which } from '#domain/school-time.ts'
import { recordEvent } from '../../audit/record.ts'
import { Refusal } from '../../command.ts'
import type { Tx } from '../../db.ts'
import type { ScheduleKind } from '../../generated/prisma/enums.ts'
import { cancelJobs, enqueue } from '../../jobs/queue.ts'
import { notify } from '../../notifications/notify.ts'

/** Reading and writing what is planned for a story. Every writer holds the story's row lock (lock.ts). */

/** A plan that stands: nobody has cancelled it and it was not carried out. `failedAt`: it was tried and could not be. */
export const STANDING_PLANS = {
  where: { cancelledAt: null, doneAt: null },
  select: { id: true, kind: true, revisionId: true, at: true, plannedAt: true, timeZone: true, reason: true, changeKind: true, changeNote: true, failedAt: true, failure: true, createdBy: { select: { staff: { select: { name: true } } } } },
} as const

/** Nothing is planned further ahead: a slip of a digit would otherwise wait for years. */
const AHEAD_MS = 366 * 86_400_000

/** What is asked for: a time as the school's clocks show it, and which of the two where they show it twice. */
export type AskedTime = WallTime & { which?: Which | undefined }
/** An instant, with what was asked for. */
export type PlannedTime = { at: Date; plannedAt: string; timeZone: string }

/** The instant that is meant, in the paper's time zone; refuses what is over, what the clocks skip, and what may mean two. */
export async function plannedTime(tx: Tx, { date, time, which }: AskedTime, now: Date): Promise<PlannedTime> {
  const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { timeZone: true } })
  const timeZone = paper?.timeZone ?? 'America/Los_Angeles'
  const meaning = meaningOf({ date, time }, timeZone)
  if (meaning.kind === 'skipped') {
    throw new Refusal(`The clocks are put forward that night, and ${wallWords({ date, time })} does not exist. The next time is ${wallWords(meaning.next)}.`, 'time')
  }
  if (meaning.kind === 'twice' && which === undefined) {
    throw new Refusal(`The clocks are put back that night, and this time comes twice: first ${offsetWords(meaning.first, timeZone)}, then ${offsetWords(meaning.second, timeZone)}. Say which you mean.`, 'which')
  }
  const at = meaning.kind === 'once' ? meaning.at : which === 'second' ? meaning.second : meaning.first
  if (at.getTime() <= now.getTime()) throw new Refusal('This time is over. Choose a later one.', 'time')
  if (at.getTime() - now.getTime() > AHEAD_MS) throw new Refusal('Choose a time within the next year.', 'date')
  return { at, plannedAt: `${date}T${time}`, timeZone }
}

/** "Tue, Nov 24, 3:00 PM", as the school's clocks show it now. */
export async function momentWords(tx: Pick<Tx, 'paper'>, at: Date, now: Date): Promise<string> {
  const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { timeZone: true } })
  return plannedWords(at, paper?.timeZone ?? 'America/Los_Angeles', now)
}

/** Makes a plan and the job that carries it out. The plan of this kind that stood is cancelled first, without an event of its own. */
export async function makePlan(tx: Tx, actor: Actor, plan: { storyId: string; revisionId: string; kind: ScheduleKind; when: PlannedTime; reason?: string; change?: LiveChange | null; now: Date }): Promise<string> {
  const { storyId, revisionId, kind, when, reason = '', change = null, now } = plan
  await endPlans(tx, storyId, [kind], now)
  const { id } = await tx.schedule.create({ data: { storyId, revisionId, kind, ...when, reason, changeKind: change?.kind ?? null, changeNote: change?.note ?? '', createdById: actor.userId }, select: { id: true } })
  await enqueue(tx, 'story.due', { scheduleId: id }, { startAfter: when.at, singletonKey: id })
  return id
}

/** Ends the plans of these kinds that stand, and takes their jobs back. Answers their ids. */
async function endPlans(tx: Tx, storyId: string, kinds: readonly ScheduleKind[], now: Date): Promise<{ id: string; kind: ScheduleKind; revisionId: string; createdById: string }[]> {
  const standing = await tx.schedule.findMany({ where: { ...STANDING_PLANS.where, storyId, kind: { in: [...kinds] } }, select: { id: true, kind: true, revisionId: true, createdById: true } })
  for (const { id } of standing) {
    await tx.schedule.update({ where: { id }, data: { cancelledAt: now }, select: { id: true } })
    await cancelJobs(tx, 'story.due', id)
  }
  return standing
}

const CANCELLED = { PUBLISH: 'story.unschedule', UNPUBLISH: 'story.cancelUnpublish' } as const

/** Cancels what is planned for a story, with an event for each plan that says why. Answers how many there were. */
export async function cancelPlans(tx: Tx, actor: Actor | null, on: { storyId: string; kinds: readonly ScheduleKind[]; why: 'asked' | 'edited' | 'published' | 'withdrawn' | 'embargo'; now: Date }): Promise<number> {
  const ended = await endPlans(tx, on.storyId, on.kinds, on.now)
  for (const { id, kind, revisionId, createdById } of ended) {
    await recordEvent(tx, { actor, kind: CANCELLED[kind], storyId: on.storyId, revisionId, subjectId: id, data: { why: on.why } })
    if (on.why === 'edited' || on.why === 'embargo') await notify(tx, { kind: 'schedule.cancelled', to: [createdById], byId: actor?.userId ?? null, storyId: on.storyId })
  }
  return ended.length
}
