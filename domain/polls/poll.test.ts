import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figuresOf, pollSchema, pollState } from './poll.ts'

const AT = new Date('2026-12-01T12:00:00Z')
const before = new Date('2026-12-01T11:00:00Z')
const after = new Date('2026-12-01T13:00:00Z')

describe('a poll', () => {
  it.each([
    [null, null, null, 'open'], [after, null, null, 'before'], [AT, null, null, 'open'], [null, AT, null, 'closed'], [null, after, null, 'open'], [before, after, before, 'closed'], [after, null, before, 'closed'],
  ] as const)('opens %s, closes %s, closed %s: %s', (opensAt, closesAt, closedAt, state) => {
    expect(pollState({ opensAt, closesAt, closedAt }, AT)).toBe(state)
  })

  it('takes 2 to 8 different answers, one a line', () => {
    const form = { question: ' Where? ', options: ' Gym \n\nLibrary\n' }
    expect(pollSchema.parse(form)).toEqual({ question: 'Where?', options: ['Gym', 'Library'], opens: '', closes: '' })
    for (const options of ['Gym', 'Gym\ngym', Array.from({ length: 9 }, (_, index) => `Room ${index}`).join('\n'), `Gym\n${'x'.repeat(121)}`]) expect(pollSchema.safeParse({ ...form, options }).success, options).toBe(false)
    expect(pollSchema.safeParse({ ...form, opens: 'soon' }).success).toBe(false)
    expect(pollSchema.safeParse({ ...form, question: ' ' }).success).toBe(false)
  })

  it('has shares that add up to 100, and none before the first vote', () => {
    expect(figuresOf([{ text: 'a', votes: 1 }, { text: 'b', votes: 1 }, { text: 'c', votes: 1 }]).rows.map(({ percent }) => percent)).toEqual([34, 33, 33])
    fc.assert(fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 8 }), (votes) => {
      const { rows, total } = figuresOf(votes.map((count) => ({ text: '', votes: count })))
      expect(rows.reduce((sum, { percent }) => sum + percent, 0)).toBe(total === 0 ? 0 : 100)
      for (const { votes: count, percent } of rows) expect(Math.abs(percent - (total === 0 ? 0 : (count * 100) / total))).toBeLessThan(1)
    }))
  })
})
