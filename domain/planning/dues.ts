import { z } from 'zod'
import { isUnwritten, mayExtend, takesPlans, type Standing } from '../workflow.ts'
import { isOver, optionalDaySchema } from './days.ts'
import { isWanted, type PhotoState } from './photo-requests.ts'

export const DUE_KINDS = ['draft', 'edit', 'photo'] as const
export type DueKind = (typeof DUE_KINDS)[number]
export const DUE_NAMES: Record<DueKind, string> = { draft: 'Draft', edit: 'Editing', photo: 'Picture' }

/** One thing that is still to be done; `on`: the last day for it. */
export type Due = { kind: DueKind; on: string; late: boolean }

/** What decides what of a story is due. The days are days at school. */
export type PlannedStory = Standing & { draftDue: string | null; editDue: string | null; photos: readonly { due: string | null; state: PhotoState }[] }

/**
 * What is still due of a story, the next first, and what of it is late: a draft when its day is over and nobody has handed it in, the
 * editing when the story has not been sent on for review, a picture when it is still to come. What readers see already is never late.
 * `today`: the day at school.
 */
export function duesOf(story: PlannedStory, today: string): Due[] {
  if (!takesPlans(story)) return []
  const due = (kind: DueKind, on: string | null): Due[] => (on === null ? [] : [{ kind, on, late: isOver(on, today) }])
  return [
    ...(isUnwritten(story) ? due('draft', story.draftDue) : []),
    ...(mayExtend(story.state) ? due('edit', story.editDue) : []),
    ...story.photos.flatMap(({ state, due: on }) => (isWanted(state) ? due('photo', on) : [])),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : DUE_KINDS.indexOf(a.kind) - DUE_KINDS.indexOf(b.kind)))
}

export type PlanDays = { plannedFor: string | null; draftDue: string | null; editDue: string | null }

/** What is wrong with the order of a plan's days, each beside its field. */
export function orderProblems({ draftDue, editDue, plannedFor }: PlanDays): { field: 'editDue' | 'plannedFor'; message: string }[] {
  const after = (first: string | null, second: string | null) => first !== null && second !== null && first > second
  return [
    ...(after(draftDue, editDue) ? [{ field: 'editDue' as const, message: 'The editing cannot be due before the draft.' }] : []),
    ...(after(draftDue, plannedFor) || after(editDue, plannedFor) ? [{ field: 'plannedFor' as const, message: 'The story cannot be planned for a day before its last due day.' }] : []),
  ]
}

/** The days of a story's plan. `seen`: how they stood on the form, so that nobody's change is overwritten unseen. */
export const planSchema = z
  .object({ storyId: z.uuid(), plannedFor: optionalDaySchema, draftDue: optionalDaySchema, editDue: optionalDaySchema, seen: z.string().max(100).optional() })
  .superRefine((plan, context) => {
    for (const { field, message } of orderProblems(plan)) context.addIssue({ code: 'custom', path: [field], message })
  })
export type PlanInput = z.output<typeof planSchema>

/** The days of a plan as one text, for `seen`. */
export function planSeal(plan: PlanDays): string {
  return [plan.plannedFor, plan.draftDue, plan.editDue].map((day) => day ?? '-').join(' ')
}
