import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { EntryMove } from '#domain/planning/calendar.ts'
import { toDate, toDay } from '#domain/planning/days.ts'
import { orderProblems, planSeal, type PlanDays, type PlanInput } from '#domain/planning/dues.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { lockFor } from '../stories/lock.ts'

async function planOf(tx: Tx, storyId: string): Promise<PlanDays> {
  const { plannedFor, draftDue, editDue } = await tx.story.findUniqueOrThrow({ where: { id: storyId }, select: { plannedFor: true, draftDue: true, editDue: true } })
  return { plannedFor: toDay(plannedFor), draftDue: toDay(draftDue), editDue: toDay(editDue) }
}

async function writePlan(tx: Tx, actor: Actor, storyId: string, before: PlanDays, plan: PlanDays): Promise<void> {
  const changed = (['plannedFor', 'draftDue', 'editDue'] as const).filter((name) => before[name] !== plan[name])
  if (changed.length === 0) return
  const problems = orderProblems(plan)
  if (problems.length > 0) throw new Refusal(problems)
  const data = { plannedFor: toDate(plan.plannedFor), draftDue: toDate(plan.draftDue), editDue: toDate(plan.editDue) }
  await tx.story.update({ where: { id: storyId }, data, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'plan.changed', storyId, data: Object.fromEntries(changed.map((name) => [name, [before[name], plan[name]]])) })
}

/** Sets the days of a story's plan. Refused where somebody else changed them since the form was opened. */
export function planStory(actor: Actor, { storyId, seen, plannedFor, draftDue, editDue }: PlanInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockFor(tx, actor, 'plan', storyId)
      const before = await planOf(tx, storyId)
      if (seen !== undefined && seen !== planSeal(before)) throw new Refusal('Somebody changed these days meanwhile, so nothing was saved. Load the page again to see them.')
      await writePlan(tx, actor, storyId, before, { plannedFor, draftDue, editDue })
      return { ok: true, tags: [] }
    }),
  )
}

const FIELDS = { planned: 'plannedFor', draft: 'draftDue', edit: 'editDue' } as const

/** Moves one entry of the calendar to another day. `from`: the day on which the person saw it. */
export function moveEntry(actor: Actor, move: EntryMove): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await lockFor(tx, actor, 'plan', move.storyId)
      if (move.kind === 'photo') await movePhoto(tx, actor, move)
      else {
        const before = await planOf(tx, move.storyId)
        const field = FIELDS[move.kind]
        refuseIfMoved(before[field], move.from)
        await writePlan(tx, actor, move.storyId, before, { ...before, [field]: move.day })
      }
      return { ok: true, tags: [] }
    }),
  )
}

function refuseIfMoved(stands: string | null, seen: string): void {
  if (stands !== seen) throw new Refusal('Somebody moved this meanwhile, so nothing was done. Load the page again to see where it stands.')
}

async function movePhoto(tx: Tx, actor: Actor, { storyId, requestId, from, day }: EntryMove): Promise<void> {
  const request = requestId === null ? null : await tx.photoRequest.findFirst({ where: { id: requestId, storyId }, select: { id: true, due: true } })
  if (request === null) throw new Refusal('There is no such photo request.')
  refuseIfMoved(toDay(request.due), from)
  if (from === day) return
  await tx.photoRequest.update({ where: { id: request.id }, data: { due: toDate(day) }, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'plan.changed', storyId, subjectId: request.id, data: { photoDue: [from, day] } })
}
