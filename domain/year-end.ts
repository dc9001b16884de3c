import { z } from 'zod'
import { emailSchema, personNameSchema, ROLES, type Role } from './people.ts'
import { isSchoolYear } from './school-year.ts'
import { positionSchema } from './staff.ts'

/** The year's end: who stays, who graduates, who leaves, and who takes over the stories of those who go. */

export const FATES = ['STAYS', 'GRADUATES', 'LEAVES'] as const
export type Fate = (typeof FATES)[number]
export const FATE_NAMES: Record<Fate, string> = { STAYS: 'Stays', GRADUATES: 'Graduates', LEAVES: 'Leaves' }

/** How long it can be taken back. */
export const UNDO_FOR_MS = 60 * 60 * 1000

const personSchema = z.object({ userId: z.uuid(), fate: z.enum(FATES, 'Choose one.'), role: z.enum(ROLES, 'Choose a role.'), position: positionSchema })
const year = z.string().refine(isSchoolYear, 'Choose a school year.')
const people = z.array(personSchema).min(1).max(1_000)
/** A new adviser to invite with it; null: nobody. */
const newAdviser = z.object({ email: emailSchema, name: personNameSchema.nullable(), position: positionSchema }).nullable()

/** What is chosen before the summary. */
export const yearPlanSchema = z.object({ toYear: year, people, newAdviser })
export type YearPlanInput = z.output<typeof yearPlanSchema>
/** What is confirmed below the summary: also who takes each open story of those who go. */
export const yearEndSchema = yearPlanSchema.extend({ handOvers: z.array(z.object({ storyId: z.uuid(), toId: z.uuid() })).max(5_000) })
export type YearEndInput = z.output<typeof yearEndSchema>

const role = z.enum(ROLES)
const accountBefore = z.object({ userId: z.string(), staffId: z.string(), name: z.string(), fate: z.enum(FATES), before: role, after: role, classOf: z.number().nullable() })
const held = z.object({ position: z.string(), sectionIds: z.array(z.string()) }).nullable()
/** What somebody was in the new year; null: nothing. */
const membershipBefore = z.object({ staffId: z.string(), before: held, after: held })
const storyBefore = z.object({ storyId: z.string(), ownerBefore: z.string().nullable(), ownerAfter: z.string(), version: z.number(), state: z.string() })

/** All that is needed to take a year's end back. `wentAt`: when the sign-in of those who go ended (ISO 8601). */
export const yearRecordSchema = z.object({
  wentAt: z.string(),
  accounts: z.array(accountBefore),
  memberships: z.array(membershipBefore),
  stories: z.array(storyBefore),
  invitationId: z.string().nullable(),
  /** Whether what was held too long went to somebody who leaves. */
  escalationOf: z.string().nullable(),
})
export type YearRecord = z.output<typeof yearRecordSchema>

/**
 * Somebody of the staff as the wizard knows them; `mayEnd`: whether whoever moves the staff may end their sign-in; `roles`: what
 * they may make of them.
 */
export type YearPerson = { userId: string; name: string; role: Role; mayEnd: boolean; roles: readonly Role[]; isSelf: boolean }

/** What is wrong with a plan, by the id of the person it is about; null: of none in particular. */
export function planProblems(plan: Pick<YearPlanInput, 'people'>, staff: readonly YearPerson[]): { userId: string | null; message: string }[] {
  const found: { userId: string | null; message: string }[] = []
  const chosen = new Map(plan.people.map((one) => [one.userId, one]))
  if (chosen.size !== plan.people.length || staff.some(({ userId }) => !chosen.has(userId)) || plan.people.some(({ userId }) => !staff.some((one) => one.userId === userId))) {
    return [{ userId: null, message: 'The staff has changed meanwhile. Reload the page and look at it again.' }]
  }
  for (const person of staff) {
    const choice = chosen.get(person.userId)
    if (choice === undefined) continue
    const changes = choice.fate !== 'STAYS' || choice.role !== person.role
    if (changes && person.isSelf) found.push({ userId: person.userId, message: 'Somebody else has to change your own role or end your sign-in.' })
    else if (changes && !(choice.fate === 'STAYS' ? person.roles.includes(choice.role) : person.mayEnd)) found.push({ userId: person.userId, message: `Only an admin can change what becomes of ${person.name}.` })
  }
  const admins = staff.filter(({ userId }) => chosen.get(userId)?.fate === 'STAYS' && chosen.get(userId)?.role === 'ADMIN')
  if (admins.length === 0) found.push({ userId: null, message: 'The paper needs at least one active admin.' })
  return found
}

/** The words of a summary: who stays, who takes another role, who graduates and who leaves. */
export function planSummary(plan: Pick<YearPlanInput, 'people'>, staff: readonly YearPerson[]): Record<'stay' | 'change' | 'graduate' | 'leave', string[]> {
  const summary: Record<'stay' | 'change' | 'graduate' | 'leave', string[]> = { stay: [], change: [], graduate: [], leave: [] }
  for (const { userId, fate, role: after } of plan.people) {
    const person = staff.find((one) => one.userId === userId)
    if (person === undefined) continue
    if (fate === 'STAYS') summary.stay.push(person.name)
    if (fate === 'STAYS' && after !== person.role) summary.change.push(person.name)
    if (fate === 'GRADUATES') summary.graduate.push(person.name)
    if (fate === 'LEAVES') summary.leave.push(person.name)
  }
  return summary
}

/** Whether a year's end can still be taken back at an instant. */
export function canUndo(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() <= UNDO_FOR_MS
}
