import { ROLES, type Role } from '#domain/people.ts'
import type { Problem } from '#domain/result.ts'
import { FATES, type Fate } from '#domain/year-end.ts'

/** What the first step of the year's end sends. */
export type YearPlan = {
  toYear: string
  people: { userId: string; fate: Fate; role: Role; position: string }[]
  newAdviser: { email: string; name: string | null; position: string } | null
}

type Person = { userId: string; role: Role; position: string }

/** The choices of the form; whoever cannot be changed in it stays as they are. */
export function planOf(form: FormData, people: readonly Person[]): YearPlan {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : null
  }
  const email = text('adviserEmail') ?? ''
  return {
    toYear: text('toYear') ?? '',
    people: people.map(({ userId, role, position }) => ({
      userId,
      fate: FATES.find((fate) => fate === text(`fate-${userId}`)) ?? 'STAYS',
      role: ROLES.find((one) => one === text(`role-${userId}`)) ?? role,
      position: text(`position-${userId}`) ?? position,
    })),
    newAdviser: email === '' ? null : { email, name: text('adviserName') || null, position: text('adviserPosition') || 'Faculty Adviser' },
  }
}

/** Problems by the fields of the form: `people.3.position` is beside the fourth person. */
export function problemFields(problems: readonly Problem[], { people }: Pick<YearPlan, 'people'>): Problem[] {
  return problems.map(({ field, message }) => {
    const index = /^people\.(\d+)/.exec(field ?? '')?.[1]
    const person = index === undefined ? undefined : people[Number(index)]
    if (person !== undefined) return { field: `person-${person.userId}`, message }
    if (field?.startsWith('newAdviser.') === true) return { field: 'adviserEmail', message }
    return field === undefined ? { message } : { field, message }
  })
}
