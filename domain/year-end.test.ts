import { expect, it } from 'vitest'
import { canUndo, planProblems, planSummary, yearEndSchema, type Fate, type YearPerson } from './year-end.ts'
import type { Role } from './people.ts'

const person = (userId: string, role: Role, change: Partial<YearPerson> = {}): YearPerson => ({ userId, name: userId, role, mayEnd: true, roles: ['WRITER', 'EDITOR'], isSelf: false, ...change })
const choice = (userId: string, role: Role, fate: Fate = 'STAYS') => ({ userId, role, fate, position: 'X' })
const STAFF = [person('writer', 'WRITER'), person('editor', 'EDITOR'), person('adviser', 'ADVISER', { isSelf: true, mayEnd: false, roles: [] }), person('admin', 'ADMIN', { mayEnd: false, roles: [] })]
const SAME = [choice('writer', 'WRITER'), choice('editor', 'EDITOR'), choice('adviser', 'ADVISER'), choice('admin', 'ADMIN')]
const changed = (...choices: ReturnType<typeof choice>[]) => ({ people: SAME.map((one) => choices.find(({ userId }) => userId === one.userId) ?? one) })
const about = (plan: { people: typeof SAME }, staff = STAFF) => planProblems(plan, staff).map(({ userId }) => userId)

it('takes a plan for everybody who is on staff, and nobody else', () => {
  expect(about({ people: SAME })).toEqual([])
  for (const people of [SAME.slice(1), [...SAME, choice('other', 'WRITER')], [...SAME.slice(1), choice('editor', 'EDITOR')]]) {
    expect(planProblems({ people }, STAFF)).toEqual([{ userId: null, message: expect.stringContaining('Reload the page') }])
  }
})

it('changes students, and neither oneself nor those whom the role does not reach', () => {
  expect(about(changed(choice('writer', 'EDITOR'), choice('editor', 'EDITOR', 'GRADUATES')))).toEqual([])
  expect(about(changed(choice('writer', 'ADVISER')))).toEqual(['writer'])
  expect(about(changed(choice('adviser', 'ADVISER', 'LEAVES')))).toEqual(['adviser'])
  expect(about(changed(choice('adviser', 'WRITER')))).toEqual(['adviser'])
  expect(about(changed(choice('admin', 'ADMIN', 'LEAVES')))).toEqual(['admin', null])
})

it('keeps an admin', () => {
  const staff = STAFF.map((one) => ({ ...one, isSelf: false, mayEnd: true }))
  expect(planProblems(changed(choice('admin', 'ADMIN', 'LEAVES')), staff)).toEqual([{ userId: null, message: 'The paper needs at least one active admin.' }])
})

it('sums up', () => {
  expect(planSummary({ people: [...changed(choice('writer', 'EDITOR'), choice('editor', 'EDITOR', 'GRADUATES'), choice('adviser', 'ADVISER', 'LEAVES')).people, choice('gone', 'WRITER')] }, STAFF)).toEqual({
    stay: ['writer', 'admin'], change: ['writer'], graduate: ['editor'], leave: ['adviser'],
  })
})

it('can be undone for an hour', () => {
  const at = new Date('2027-06-10T15:00:00Z')
  expect(canUndo(at, new Date('2027-06-10T16:00:00Z'))).toBe(true)
  expect(canUndo(at, new Date('2027-06-10T16:00:00.001Z'))).toBe(false)
})

it('knows what a school year is', () => {
  const plan = { toYear: '2027-29', people: [], newAdviser: null, handOvers: [] }
  expect(yearEndSchema.safeParse(plan).error?.issues.map(({ path }) => path[0])).toEqual(['toYear', 'people'])
})
