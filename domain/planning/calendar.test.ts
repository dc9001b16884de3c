import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysAfter } from '../day.ts'
import { AGENDA_DAYS, daysOf, entryAddress, entryMoveSchema, entryTitle, longDay, neighboursOf, rangeOf, stepTo, titleOf, VIEWS, weekdayOf, weekStart } from './calendar.ts'

const aDay = fc.date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2098-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

test('every view shows the day that it is around, whole weeks but in the agenda, each day once', () => {
  fc.assert(
    fc.property(aDay, fc.constantFrom(...VIEWS), (day, view) => {
      const range = rangeOf(view, day)
      const days = daysOf(range)
      expect(days).toContain(day)
      expect(new Set(days).size).toBe(days.length)
      if (view === 'agenda') expect(days).toHaveLength(AGENDA_DAYS)
      else expect([weekdayOf(range.from), weekdayOf(range.to), days.length % 7]).toEqual([0, 6, 0])
      if (view === 'month') expect(days.filter((one) => one.slice(0, 7) === day.slice(0, 7)).length).toBeGreaterThan(27)
    }),
  )
})

test('before and after lead away and back to the same view', () => {
  fc.assert(
    fc.property(aDay, fc.constantFrom(...VIEWS), (day, view) => {
      const { before, after } = neighboursOf(view, day)
      expect([before < day, after > day]).toEqual([true, true])
      expect(rangeOf(view, neighboursOf(view, after).before)).toEqual(rangeOf(view, day))
    }),
  )
})

test('a month with its edges, over a change of the clocks and of the year', () => {
  expect(rangeOf('month', '2026-11-24')).toEqual({ from: '2026-11-01', to: '2026-12-05' })
  expect(rangeOf('month', '2026-02-10')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(neighboursOf('month', '2026-12-31')).toEqual({ before: '2026-11-01', after: '2027-01-01' })
  expect(weekStart('2026-11-01')).toBe('2026-11-01')
  expect(weekStart('2026-10-31')).toBe('2026-10-25')
})

test('in words', () => {
  expect(titleOf('month', '2026-11-24')).toBe('November 2026')
  expect(titleOf('week', '2026-11-24')).toBe('Nov 22, 2026 to Nov 28, 2026')
  expect(longDay('2026-11-24')).toBe('Tuesday, November 24')
})

test('arrow keys carry by days and weeks, and never out of what is shown', () => {
  const shown = { from: '2026-11-01', to: '2026-12-05' }
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => stepTo('2026-11-24', key, shown))).toEqual(['2026-11-23', '2026-11-25', '2026-11-17', '2026-12-01'])
  for (const key of ['Enter', 'toString', '__proto__', 'a']) expect(stepTo('2026-11-24', key, shown)).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown')), (keys) => {
      const day = keys.reduce((now, key) => stepTo(now, key, shown) ?? now, '2026-11-24')
      expect(day >= shown.from && day <= shown.to).toBe(true)
    }),
  )
})

test('what is published is moved by no form', () => {
  const move = { kind: 'planned', storyId: '0193a1f2-7c4b-7d11-9c2e-1b2a3c4d5e6f', requestId: '', from: '2026-11-24', day: daysAfter('2026-11-24', 1) }
  expect(entryMoveSchema.parse(move).requestId).toBeNull()
  expect(entryMoveSchema.safeParse({ ...move, kind: 'published' }).success).toBe(false)
  expect(entryMoveSchema.safeParse({ ...move, day: '2026-11-31' }).success).toBe(false)
})

test('an entry leads to where something is decided about it, and is named after its story', () => {
  const address = (kind: Parameters<typeof entryAddress>[0]['kind'], storyId: string | null = '1') => entryAddress({ kind, storyId })
  expect([address('published'), address('planned'), address('scheduled'), address('unpublish'), address('front', null)]).toEqual(['/newsroom/stories/1', '/newsroom/stories/1/plan', '/newsroom/stories/1/schedule', '/newsroom/stories/1/schedule', '/newsroom/front#scheduled'])
  expect([entryTitle({ storyId: '1', headline: 'Bells' }), entryTitle({ storyId: '1', headline: '' }), entryTitle({ storyId: null, headline: '' })]).toEqual(['Bells', 'Story without a headline', 'The next front page comes out'])
})
