import 'server-only'
import { isAdviser, type Actor } from '#domain/people.ts'
import { decide, decideOnStory, type StoryAction } from '#domain/policy.ts'
import type { Move } from '#domain/workflow.ts'
import { db } from '../db.ts'
import { LINE, toldOf, toLine, type LineRow, type StoryLine } from './lists.ts'
import { reviewRules, storyCase } from './lock.ts'
import { STANDING_PLANS } from './timing/plans.ts'
import { planWords } from './timing/views.ts'
import { waitingIds } from './waiting-ids.ts'

/** A line of "Waiting for you": a story and the one thing that this person can do for it; `toReview`: on its review page. */
export type WaitingLine = StoryLine & { todo: string; toReview: boolean }

type Todo = { rank: number; todo: string; toReview: boolean }

/** What comes first for whoever may do more than one thing. */
const TODO: readonly [Move, string, boolean][] = [
  ['approve', 'Review and approve', true],
  ['publish', 'Approved: publish it', false],
  ['sendOn', 'Edit and send on', false],
]
/** The rank of the first of them, behind what went wrong or is asked of this person alone. */
const FIRST_TODO = 5
const MOST = 500

/**
 * What waits for this person: plans that failed, asks to withdraw, holds and objections that went on to them, then what they can approve, publish and
 * send on by the day that it is planned for, then their own drafts, those sent back with notes before the others; of each, what waits longest first.
 */
export async function waitingFor(actor: Actor): Promise<WaitingLine[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const [ids, { todoOf, besides, failedPlan }] = await Promise.all([waitingIds(actor, TODO.map(([move]) => move)), todosOf(actor)])
  const rows = await db().story.findMany({ where: { id: { in: [...new Set([...ids, ...besides])] } }, orderBy: [{ stateSince: 'asc' }, { id: 'asc' }], select: LINE })
  const told = await toldOf(actor, rows)
  const ranked = rows.flatMap((story) => {
    const line = toLine(actor, story, told)
    const failed = failedPlan(story)
    if (failed !== undefined) return [{ rank: -1, day: 0, line: { ...line, plans: [], planFailed: true, toReview: false, todo: planWords([failed], told.timeZone, told.now)[0]?.words ?? '' } }]
    const found = todoOf(story, line)
    return found === null ? [] : [{ rank: found.rank, day: dayOf(found.rank, story.plannedFor), line: { ...line, todo: found.todo, toReview: found.toReview } }]
  })
  return ranked.sort((a, b) => groupOf(a.rank) - groupOf(b.rank) || a.day - b.day || a.rank - b.rank).map(({ line }) => line)
}

/** What can be decided and sent on is one group, by the day that it is planned for. */
const groupOf = (rank: number) => (rank >= FIRST_TODO && rank < FIRST_TODO + TODO.length ? FIRST_TODO : rank)
const dayOf = (rank: number, plannedFor: Date | null) => (groupOf(rank) === FIRST_TODO ? (plannedFor?.getTime() ?? Number.MAX_SAFE_INTEGER) : 0)

/** What there is to do for this person on a story, by the paper's rules of this moment. */
async function todosOf(actor: Actor) {
  const [rules, objections, failures, paper] = await Promise.all([
    reviewRules(db()),
    db().objection.findMany({ where: { answeredAt: null }, take: MOST, select: { escalatedAt: true, review: { select: { storyId: true, byId: true } } } }),
    db().schedule.findMany({ where: { ...STANDING_PLANS.where, failedAt: { not: null } }, take: MOST, select: { storyId: true } }),
    db().paper.findUnique({ where: { id: 1 }, select: { escalatePerson: { select: { id: true, role: true, staffId: true, deactivatedAt: true, staff: { select: { name: true } } } } } }),
  ])
  const person = rules.escalation === 'PERSON' && paper?.escalatePerson?.deactivatedAt === null ? paper.escalatePerson : null
  // Whoever the paper names for what was held too long, while they may decide it; else everybody who may.
  const named: Actor | null = person === null || person.id === actor.userId ? null : { userId: person.id, staffId: person.staffId, role: person.role, name: person.staff.name }
  const goesToMe = (story: LineRow) => named === null || !decideOnStory(named.role, 'approve', storyCase(named, story, rules)).allowed
  const asked = new Set(objections.filter(({ escalatedAt, review }) => review.byId === actor.userId || (escalatedAt !== null && isAdviser(actor.role) && (named === null || !isAdviser(named.role)))).map(({ review }) => review.storyId))
  const mayOn = (story: LineRow) => {
    const on = storyCase(actor, story, rules)
    return (action: StoryAction) => decideOnStory(actor.role, action, on).allowed
  }
  const failedPlan = (story: LineRow) => story.schedules.find(({ failedAt, kind }) => failedAt !== null && mayOn(story)(kind === 'PUBLISH' ? 'publish' : 'withdraw'))
  const todoOf = (story: LineRow, line: StoryLine): Todo | null => {
    const may = mayOn(story)
    if (story.withdrawalAskedAt !== null && may('withdraw')) return { rank: 0, todo: 'An editor asks you to withdraw it', toReview: true }
    if (story.escalatedAt !== null && may('approve') && goesToMe(story)) return { rank: 1, todo: 'Held longer than the paper allows: decide', toReview: true }
    if (asked.has(story.id) && may('answerObjection')) return { rank: 2, todo: 'An objection waits for your answer', toReview: true }
    const action = TODO.findIndex(([one]) => may(one))
    const todo = TODO[action]
    // It waits for its minute, not for anybody.
    if (todo?.[0] === 'publish' && story.schedules.some(({ kind }) => kind === 'PUBLISH')) return null
    if (todo !== undefined) return { rank: FIRST_TODO + action, todo: todo[1], toReview: todo[2] }
    if (line.mine && may('submit')) return { rank: line.openNotes > 0 ? 10 : 11, todo: line.openNotes > 0 ? 'Sent back with notes' : 'Your draft', toReview: false }
    return null
  }
  return { besides: [...asked, ...failures.map(({ storyId }) => storyId)], todoOf, failedPlan }
}
