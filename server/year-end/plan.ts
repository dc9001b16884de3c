import 'server-only'
import { handOut, type OwnerCandidate } from '#domain/next-owner.ts'
import type { Actor, Role } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { Problem } from '#domain/result.ts'
import { yearsToMoveTo } from '#domain/school-year.ts'
import { canUndo, planProblems, planSummary, UNDO_FOR_MS, type YearPlanInput } from '#domain/year-end.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, type Tx } from '../db.ts'
import { OPEN_STATES, ownerCandidates } from '../ownership/candidates.ts'
import { paperDay } from '../settings/paper-day.ts'
import { staffToMove, type StaffToMove } from './staff.ts'

/** The last time that the staff moved on. `undoUntil`: ISO 8601; null: it can no longer be undone, or was. */
export type LastMove = { id: string; toYear: string; by: string; at: string; undoUntil: string | null; undone: boolean }
export type YearEndStart = { years: string[]; people: StaffToMove[]; last: LastMove | null; timeZone: string }

/** What the wizard starts from; null for whoever may not move the staff. */
export async function yearEndStart(actor: Actor, now: Date): Promise<YearEndStart | null> {
  if (!decide(actor.role, 'moveStaffOn').allowed) return null
  const { timeZone } = await paperDay(now)
  const [people, last] = await Promise.all([staffToMove(db(), actor), lastMove(now)])
  return { years: yearsToMoveTo(now, timeZone), people, last, timeZone }
}

async function lastMove(now: Date): Promise<LastMove | null> {
  const row = await db().yearEnd.findFirst({ orderBy: { at: 'desc' }, select: { id: true, toYear: true, at: true, undoneAt: true, by: { select: { staff: { select: { name: true } } } } } })
  if (row === null) return null
  const open = row.undoneAt === null && canUndo(row.at, now)
  const undoUntil = open ? new Date(row.at.getTime() + UNDO_FOR_MS).toISOString() : null
  return { id: row.id, toYear: row.toYear, by: row.by.staff.name, at: row.at.toISOString(), undoUntil, undone: row.undoneAt !== null }
}

/** An open story of somebody who goes. `toId`: its next owner by rule; '' where nobody is left to take it. */
export type StoryToHandOver = { storyId: string; headline: string; section: string | null; fromName: string; toId: string }
export type YearSummary = ReturnType<typeof planSummary> & { stories: StoryToHandOver[]; owners: { userId: string; name: string; role: Role }[] }

/** What a plan would do: shown before it is done. Changes nothing. */
export async function planYearEnd(actor: Actor, plan: YearPlanInput, now: Date): Promise<CommandResult<{ summary: YearSummary }>> {
  return outcome(async () => {
    const verdict = decide(actor.role, 'moveStaffOn')
    if (!verdict.allowed) throw new Refusal(verdict.reason)
    const { staff } = await checkedPlan(db(), actor, plan, now)
    const stories = await storiesOfLeaving(db(), plan)
    const { today } = await paperDay(now)
    const candidates = staying(await ownerCandidates(db(), today), plan)
    const owners = handOut(stories, candidates)
    const nameOf = (userId: string) => staff.find((one) => one.userId === userId)?.name ?? ''
    return {
      ok: true,
      tags: [],
      summary: {
        ...planSummary(plan, staff),
        stories: stories.map(({ id, headline, section, ownerNow }) => ({ storyId: id, headline, section, fromName: nameOf(ownerNow), toId: owners.get(id) ?? '' })),
        owners: candidates.map(({ userId, name, role }) => ({ userId, name, role })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      },
    }
  })
}

/** The staff as it stands, once nothing is wrong with the plan; otherwise a Refusal with every problem beside its person. */
export async function checkedPlan(client: Pick<Tx, 'user' | 'paper' | 'yearEnd'>, actor: { userId: string; role: Role }, plan: YearPlanInput, now: Date): Promise<{ staff: StaffToMove[] }> {
  const { timeZone } = await paperDay(now, client)
  if (!yearsToMoveTo(now, timeZone).includes(plan.toYear)) throw new Refusal('The staff can move to this school year or the next.', 'toYear')
  if ((await client.yearEnd.count({ where: { toYear: plan.toYear, undoneAt: null } })) > 0) throw new Refusal(`The staff has moved on to ${plan.toYear} already. Change single people on the staff page.`, 'toYear')
  const staff = await staffToMove(client, actor)
  const problems = planProblems(plan, staff).map(({ userId, message }): Problem => (userId === null ? { message } : { field: `person-${userId}`, message }))
  if (problems.length > 0) throw new Refusal(problems)
  return { staff }
}

/** Who stays, with the role that they will have. */
export function staying(candidates: readonly OwnerCandidate[], { people }: Pick<YearPlanInput, 'people'>): OwnerCandidate[] {
  const roles = new Map(people.flatMap(({ userId, fate, role }) => (fate === 'STAYS' ? [[userId, role] as const] : [])))
  return candidates.flatMap((one) => {
    const role = roles.get(one.userId)
    return role === undefined ? [] : [{ ...one, role }]
  })
}

export type LeavingStory = { id: string; headline: string; section: string | null; sectionId: string | null; ownerId: string | null; ownerNow: string; version: number; state: string }

/** The open stories of those who go, the oldest first. */
export async function storiesOfLeaving(client: Pick<Tx, 'story'>, { people }: Pick<YearPlanInput, 'people'>): Promise<LeavingStory[]> {
  const gone = people.flatMap(({ userId, fate }) => (fate === 'STAYS' ? [] : [userId]))
  if (gone.length === 0) return []
  const rows = await client.story.findMany({
    where: { state: { in: [...OPEN_STATES] }, OR: [{ ownerId: { in: gone } }, { ownerId: null, createdById: { in: gone } }] },
    orderBy: [{ stateSince: 'asc' }, { id: 'asc' }],
    select: { id: true, ownerId: true, createdById: true, version: true, state: true, workingRevision: { select: { headline: true, sectionId: true, section: { select: { name: true } } } } },
  })
  return rows.map(({ id, ownerId, createdById, version, state, workingRevision }) => ({
    id,
    ownerId,
    ownerNow: ownerId ?? createdById,
    version,
    state,
    headline: workingRevision?.headline ?? '',
    section: workingRevision?.section?.name ?? null,
    sectionId: workingRevision?.sectionId ?? null,
  }))
}
