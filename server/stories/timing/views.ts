import 'server-only'
import { CHANGE_NAMES } from '#domain/corrections.ts'
import { plannedWords, wallWords } from '#domain/school-time.ts'
import { db } from '../../db.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { STANDING_PLANS } from './plans.ts'

/** One plan for its screens. `at` is ISO 8601, `words` the same as the school's clocks show it. */
export type PlanView = {
  at: string
  words: string
  /** What was asked for, where the paper's time zone was another one then: "Nov 24, 3:00 PM in America/Chicago". */
  askedAs: string | null
  by: string
  reason: string
  /** What the new version of a live story is, with its note: "Correction: The road is Quarry Road." */
  change: string | null
  /** Why it could not be done. */
  failure: string | null
}

/** All that is said of the time of a story. */
export type StoryTiming = {
  timeZone: string
  publish: PlanView | null
  unpublish: PlanView | null
  embargo: { until: string; words: string } | null
  /** When it was to be published, before an edit undid the approval. */
  lapsed: string | null
}

type PlanRow = Prisma.ScheduleGetPayload<{ select: (typeof STANDING_PLANS)['select'] }>

function planView(plan: PlanRow, timeZone: string, now: Date): PlanView {
  const [date = '', time = ''] = plan.plannedAt.split('T')
  return {
    at: plan.at.toISOString(),
    words: plannedWords(plan.at, timeZone, now),
    askedAs: plan.timeZone === timeZone ? null : `${wallWords({ date, time })} in ${plan.timeZone}`,
    by: plan.createdBy.staff.name,
    reason: plan.reason,
    change: plan.changeKind === null ? null : [CHANGE_NAMES[plan.changeKind], plan.changeNote].filter((part) => part !== '').join(': '),
    failure: plan.failedAt === null ? null : (plan.failure ?? 'It could not be done.'),
  }
}

type TimedStory = { id: string; workingRevisionId: string | null; embargoUntil: Date | null; schedules: readonly PlanRow[] }

/** The time of a story in words, in the paper's time zone. */
export async function storyTiming(story: TimedStory, timeZone: string, now: Date): Promise<StoryTiming> {
  const of = (kind: PlanRow['kind']) => {
    const plan = story.schedules.find((one) => one.kind === kind)
    return plan === undefined ? null : planView(plan, timeZone, now)
  }
  const publish = of('PUBLISH')
  const { embargoUntil } = story
  return {
    timeZone,
    publish,
    unpublish: of('UNPUBLISH'),
    embargo: embargoUntil === null || embargoUntil <= now ? null : { until: embargoUntil.toISOString(), words: plannedWords(embargoUntil, timeZone, now) },
    lapsed: publish === null ? await lapsedPlan(story, timeZone, now) : null,
  }
}

/** The plan that an edit cancelled, if nothing was planned or published since. */
async function lapsedPlan({ id }: TimedStory, timeZone: string, now: Date): Promise<string | null> {
  const last = await db().schedule.findFirst({ where: { storyId: id, kind: 'PUBLISH' }, orderBy: { createdAt: 'desc' }, select: { id: true, at: true, cancelledAt: true } })
  if (last === null || last.cancelledAt === null) return null
  const events = await db().auditEvent.findMany({ where: { storyId: id, kind: { in: ['story.unschedule', 'story.publish'] } }, orderBy: { id: 'desc' }, take: 1, select: { subjectId: true, data: true } })
  const why = events[0]?.subjectId === last.id ? events[0].data : null
  return typeof why === 'object' && why !== null && 'why' in why && why.why === 'edited' ? plannedWords(last.at, timeZone, now) : null
}

/** What a line of a list says of the plans of its story. */
export function planWords(plans: readonly { kind: PlanRow['kind']; at: Date; failedAt: Date | null; failure: string | null }[], timeZone: string, now: Date): { words: string; failed: boolean }[] {
  return plans.map(({ kind, at, failedAt, failure }) => {
    const when = plannedWords(at, timeZone, now)
    if (failedAt !== null) return { words: `${kind === 'PUBLISH' ? `Scheduled for ${when}, not published` : `To be unpublished ${when}, still live`}: ${failure ?? ''}`, failed: true }
    return { words: kind === 'PUBLISH' ? `Scheduled for ${when}` : `To be unpublished ${when}`, failed: false }
  })
}
