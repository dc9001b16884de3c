import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAt, hasUnsaved, LONGEST_MS, maySend, nextDraft, openDraft, PAUSE_MS, type DraftEvent, type DraftState } from './draft-machine.ts'

const SAVED_AT = '2026-11-24T10:00:00.000Z'
const open = openDraft({ version: 3, savedAt: SAVED_AT })
const after = (...events: DraftEvent[]): DraftState => events.reduce(nextDraft, open)
const changed = (at: number): DraftEvent => ({ type: 'changed', at })
const sending: DraftEvent = { type: 'sending' }
const acknowledged: DraftEvent = { type: 'acknowledged', version: 4, savedAt: '2026-11-24T10:42:00.000Z' }
const conflicted: DraftEvent = { type: 'conflicted', stale: { savedBy: 'Ana Ruiz', savedAt: SAVED_AT, version: 7 } }

describe('when a save is due', () => {
  it('is after a pause, but never longer than five seconds after the first unsaved change', () => {
    expect(dueAt(open)).toBeNull()
    expect(dueAt(after(changed(100)))).toBe(100 + PAUSE_MS)
    expect(dueAt(after(changed(100), changed(900)))).toBe(900 + PAUSE_MS)
    expect(dueAt(after(changed(100), changed(100 + LONGEST_MS - 10)))).toBe(100 + LONGEST_MS)
  })

  it('is never while one is under way, nor by itself while a person is asked', () => {
    expect(dueAt(after(changed(0), sending))).toBeNull()
    for (const event of [conflicted, { type: 'signedOut' }, { type: 'forbidden', problems: [] }] satisfies DraftEvent[]) {
      const state = after(changed(0), sending, event, changed(50))
      expect(dueAt(state)).toBeNull()
      expect(maySend(state)).toBe(false)
      expect(hasUnsaved(state)).toBe(true)
    }
  })

  it('backs off while the network is away, and changes do not hurry it', () => {
    const once = after(changed(0), sending, { type: 'failed', message: 'away', at: 1000 })
    expect(once.phase).toBe('problem')
    expect(dueAt(once)).toBe(3000)
    expect(dueAt(nextDraft(once, changed(1100)))).toBe(3000)
    const many = Array.from({ length: 9 }).reduce<DraftState>((state) => nextDraft(nextDraft(state, sending), { type: 'failed', message: 'away', at: 0 }), once)
    expect(dueAt(many)).toBe(60_000)
    expect(nextDraft(nextDraft(many, sending), acknowledged).attempts).toBe(0)
  })
})

describe('answers', () => {
  it('acknowledge what was sent, not what was typed meanwhile', () => {
    const state = after(changed(0), sending, changed(500), acknowledged)
    expect(state).toMatchObject({ phase: 'dirty', version: 4, stored: 1, changes: 2, firstUnsavedAt: 500 })
    expect(after(changed(0), sending, acknowledged)).toMatchObject({ phase: 'saved', savedAt: '2026-11-24T10:42:00.000Z', firstUnsavedAt: null })
  })

  it('refuse: a change is a new try, the sentence stays until it worked', () => {
    const problems = [{ field: 'headline', message: 'Keep the headline under 200 characters.' }]
    const refused = after(changed(0), sending, { type: 'refused', problems })
    expect(refused).toMatchObject({ phase: 'problem', retryAt: null, problems })
    expect(dueAt(refused)).toBeNull()
    const fixed = nextDraft(refused, changed(9000))
    expect(fixed).toMatchObject({ phase: 'dirty', problems })
    expect(nextDraft(nextDraft(fixed, sending), acknowledged).problems).toEqual([])
    expect(after(changed(0), sending, changed(1), { type: 'refused', problems }).phase).toBe('dirty')
  })

  it('conflict: nothing is sent until the person keeps theirs or ours', () => {
    const stale = after(changed(0), sending, conflicted)
    expect(stale).toMatchObject({ phase: 'stale', version: 3, stale: { version: 7, savedBy: 'Ana Ruiz' } })
    const mine = nextDraft(stale, { type: 'keptMine', version: 7, at: 100 })
    expect(mine).toMatchObject({ phase: 'dirty', version: 7, stale: null })
    expect(dueAt(mine)).toBe(100)
    const theirs = nextDraft(stale, { type: 'tookTheirs', version: 7, savedAt: SAVED_AT })
    expect(theirs).toMatchObject({ phase: 'saved', version: 7 })
    expect(hasUnsaved(theirs)).toBe(false)
  })

  it('signed out: text stays, and another try sends it at once', () => {
    const out = after(changed(0), sending, { type: 'signedOut' })
    const again = nextDraft(out, { type: 'tryAgain', at: 5000 })
    expect(again.phase).toBe('dirty')
    expect(dueAt(again)).toBe(5000)
  })

  it('try again keeps the first unsaved moment, or takes now', () => {
    const failed = after(changed(10), sending, { type: 'failed', message: 'away', at: 20 })
    expect(nextDraft(failed, { type: 'tryAgain', at: 30 }).firstUnsavedAt).toBe(10)
    expect(nextDraft({ ...failed, firstUnsavedAt: null }, { type: 'tryAgain', at: 30 }).firstUnsavedAt).toBe(30)
  })

  it('a lost answer to an own save goes on from the version that it made', () => {
    const state = after(changed(0), sending, { type: 'rebased', version: 4, at: 70 })
    expect(state).toMatchObject({ phase: 'dirty', version: 4 })
    expect(dueAt(state)).toBe(70)
  })

  it('kept text starts from its own version', () => {
    const state = after({ type: 'usedKept', version: 2, at: 70 })
    expect(state).toMatchObject({ phase: 'dirty', version: 2, changes: 1 })
    expect(dueAt(state)).toBe(70)
  })

  it('read-only takes no change', () => {
    const state = after(changed(0), sending, { type: 'forbidden', problems: [{ message: 'No.' }] })
    expect(nextDraft(state, changed(5))).toBe(state)
  })
})

describe('every order of events', () => {
  const event = fc.oneof(
    fc.nat(10_000).map(changed),
    fc.constantFrom<DraftEvent>(
      sending, acknowledged, conflicted, { type: 'signedOut' }, { type: 'forbidden', problems: [] }, { type: 'refused', problems: [] },
      { type: 'failed', message: 'away', at: 5 }, { type: 'tryAgain', at: 6 }, { type: 'keptMine', version: 9, at: 7 }, { type: 'usedKept', version: 2, at: 7 },
      { type: 'tookTheirs', version: 9, savedAt: SAVED_AT }, { type: 'rebased', version: 8, at: 8 },
    ),
  )

  it('never calls unsaved text saved, never waits for nothing, never has two saves under way', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state = open
        for (const one of events) {
          const before = state
          state = nextDraft(state, one)
          if (state.phase === 'saved') expect(hasUnsaved(state)).toBe(false)
          if (state.phase === 'dirty') expect([hasUnsaved(state), dueAt(state) !== null]).toEqual([true, true])
          if (one.type === 'sending' && before.phase === 'saving') expect(state).toBe(before)
          expect(state.stored).toBeLessThanOrEqual(state.changes)
          // Only an acknowledgement, or taking theirs on purpose, makes unsaved text count as stored.
          if (state.stored > before.stored) expect(['acknowledged', 'tookTheirs']).toContain(one.type)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
