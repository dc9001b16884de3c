import 'server-only'
import { dayIn } from '#domain/day.ts'
import { nextOwner } from '#domain/next-owner.ts'
import type { Actor } from '#domain/people.ts'
import { decideOnStaff } from '#domain/policy.ts'
import { schoolDaysBetween } from '#domain/school-hours.ts'
import { STORY_STATES, waitsForOwner } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { lockAccounts } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { holdRules } from '../reviews/holds.ts'
import { paperDay } from '../settings/paper-day.ts'
import { lockPeople } from '../staff/lock.ts'
import { lockStory } from '../stories/lock.ts'
import { ownerCandidates } from './candidates.ts'
import { handOver } from './hand-over.ts'

const asDate = (day: string) => new Date(`${day}T00:00:00Z`)
const asDay = (date: Date) => date.toISOString().slice(0, 10)

/** Says until which day somebody is away, from today on ("2026-12-04"); null: they are back. */
export function markAway(actor: Actor, { userId, until }: { userId: string; until: string | null }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting, target } = await lockPeople(tx, actor, userId)
      const verdict = decideOnStaff(acting.role, 'markAway', { isSelf: acting.id === userId, targetRole: target?.role ?? 'WRITER' })
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      if (target === null) throw new Refusal('There is no such account.')
      const { today } = await paperDay(new Date(), tx)
      if (until !== null && until < today) throw new Refusal('This day has passed. Choose today or a later day.', 'until')
      const before = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { absentFrom: true, absentUntil: true } })
      const stillAway = before.absentFrom !== null && before.absentUntil !== null && asDay(before.absentUntil) >= today
      const absentFrom = until === null ? null : stillAway ? before.absentFrom : asDate(today)
      const absentUntil = until === null ? null : asDate(until)
      if (before.absentUntil?.getTime() === absentUntil?.getTime() && before.absentFrom?.getTime() === absentFrom?.getTime()) return { ok: true, tags: [] }
      await tx.user.update({ where: { id: userId }, data: { absentFrom, absentUntil }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'staff.awayChanged', subjectId: userId, data: { until } })
      return { ok: true, tags: [] }
    }),
  )
}

const WAITING = STORY_STATES.filter(waitsForOwner)
/** So many stories are looked at in one tick; the next goes on. */
const A_TICK = 500

/** Somebody whose stories nobody can go on with; `since`: the first day of that. */
type Absentee = { userId: string; since: string }

async function absentees(client: Pick<Tx, 'user'>, today: string, timeZone: string): Promise<Absentee[]> {
  const rows = await client.user.findMany({
    where: { OR: [{ deactivatedAt: { not: null } }, { absentFrom: { lte: asDate(today) }, absentUntil: { gte: asDate(today) } }] },
    select: { id: true, deactivatedAt: true, absentFrom: true },
  })
  return rows.map(({ id, deactivatedAt, absentFrom }) => ({ userId: id, since: deactivatedAt !== null ? dayIn(deactivatedAt, timeZone) : absentFrom === null ? today : asDay(absentFrom) }))
}

type Waiting = { id: string; stateSince: Date; createdById: string; ownerId: string | null }

/**
 * Gives every story to its next owner that has waited for somebody absent for more days of school than the paper allows, at `now`. Answers how
 * many. May run any number of times: a story with a new owner waits for nobody absent.
 */
export async function handOverFromAbsent(now: Date): Promise<number> {
  const { today, timeZone } = await paperDay(now)
  const absent = new Map((await absentees(db(), today, timeZone)).map(({ userId, since }) => [userId, since]))
  if (absent.size === 0) return 0
  const ids = [...absent.keys()]
  const stories = await db().story.findMany({
    where: { state: { in: [...WAITING] }, OR: [{ ownerId: { in: ids } }, { ownerId: null, createdById: { in: ids } }] },
    orderBy: { stateSince: 'asc' },
    take: A_TICK,
    select: { id: true, stateSince: true, createdById: true, ownerId: true },
  })
  const { week } = await holdRules()
  const days = await daysAllowed(db())
  const isStuck = ({ stateSince, createdById, ownerId }: Waiting) => {
    const since = absent.get(ownerId ?? createdById)
    const untouched = dayIn(stateSince, timeZone)
    return since !== undefined && schoolDaysBetween(since > untouched ? since : untouched, today, week) > days
  }
  let moved = 0
  for (const story of stories.filter(isStuck)) if (await moveOn(story, today)) moved += 1
  return moved
}

async function daysAllowed(client: Pick<Tx, 'paper'>): Promise<number> {
  return (await client.paper.findUnique({ where: { id: 1 }, select: { absentDays: true } }))?.absentDays ?? 3
}

function moveOn({ id, stateSince, createdById, ownerId }: Waiting, today: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const fromId = ownerId ?? createdById
    const next = async () => {
      const revision = await tx.revision.findFirst({ where: { workingOf: { id } }, select: { sectionId: true } })
      return nextOwner({ sectionId: revision?.sectionId ?? null }, (await ownerCandidates(tx, today)).filter(({ userId }) => userId !== fromId))
    }
    const toId = await next()
    if (toId === null) return false
    // Accounts before stories, as all commands lock them.
    await lockAccounts(tx, [toId])
    const story = await lockStory(tx, id)
    // Somebody went on with it, or it has another owner by now; or somebody else is next meanwhile, which the next tick finds.
    if (story.ownerId !== ownerId || story.stateSince.getTime() !== stateSince.getTime() || !waitsForOwner(story.state) || (await next()) !== toId) return false
    await handOver(tx, null, { storyId: id, fromId, toId, why: 'absent' })
    return true
  })
}
