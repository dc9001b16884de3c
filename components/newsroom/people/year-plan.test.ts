import { expect, it } from 'vitest'
import { planOf, problemFields } from './year-plan.ts'

const PEOPLE = [{ userId: 'a', role: 'WRITER' as const, position: 'Staff Writer' }, { userId: 'b', role: 'ADMIN' as const, position: 'Admin' }]

it('reads the form, and leaves as they are whom it does not let change', () => {
  const form = new FormData()
  for (const [name, value] of [['toYear', '2027-28'], ['fate-a', 'GRADUATES'], ['role-a', 'EDITOR'], ['position-a', ' Chief '], ['fate-b', 'VANISHES']] as const) form.set(name, value)
  expect(planOf(form, PEOPLE)).toEqual({
    toYear: '2027-28',
    people: [{ userId: 'a', fate: 'GRADUATES', role: 'EDITOR', position: 'Chief' }, { userId: 'b', fate: 'STAYS', role: 'ADMIN', position: 'Admin' }],
    newAdviser: null,
  })
  form.set('adviserEmail', 'new@school.test')
  expect(planOf(form, PEOPLE).newAdviser).toEqual({ email: 'new@school.test', name: null, position: 'Faculty Adviser' })
})

it('puts problems beside the person or the field that they are about', () => {
  const plan = planOf(new FormData(), PEOPLE)
  const fields = problemFields([{ field: 'people.1.position', message: '' }, { field: 'newAdviser.email', message: '' }, { field: 'toYear', message: '' }, { message: '' }, { field: 'people.9.role', message: '' }], plan)
  expect(fields.map(({ field }) => field)).toEqual(['person-b', 'adviserEmail', 'toYear', undefined, 'people.9.role'])
})
