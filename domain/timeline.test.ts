import { describe, expect, it } from 'vitest'
import { firstComparison, timelineOf, type TimelineEvent, type TimelineRevision } from './timeline.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString()
const revision = (number: number, minute: number): TimelineRevision => ({ id: `r${number}`, number, by: 'Ana', others: [], at: at(minute), savedAt: at(minute + 1) })
let ids = 0
const event = (kind: string, minute: number, revisionId: string | null = null, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id: String((ids += 1)), at: at(minute), who: 'Theo', kind, revisionId, note: null, restored: null, ...more,
})

describe('the history of a story', () => {
  const revisions = [revision(3, 30), revision(1, 0), revision(4, 40), revision(2, 10), revision(5, 50)]
  const events = [
    event('story.created', 0, 'r1'),
    event('note.added', 3),
    event('story.submit', 5, 'r1'),
    event('story.edited', 10, 'r2'),
    event('story.sendBack', 20, 'r2', { note: 'Name them.' }),
    event('story.edited', 30, 'r3'),
    event('story.restored', 40, 'r4', { restored: 1 }),
    event('story.edited', 40, 'r4'),
    event('story.edited', 50, 'r5'),
    event('story.withdraw', 55, 'r1'),
  ]
  const entries = timelineOf(revisions, events)

  it('tells the newest revision first, each with why it was begun', () => {
    expect(entries.map((entry) => [entry.revision.number, entry.why])).toEqual([
      [5, 'Edited further'],
      [4, 'Restored from revision 1'],
      [3, 'First edit after it was sent back'],
      [2, 'First edit after it was handed in'],
      [1, 'The story was started'],
    ])
  })

  it('puts a decision on the revision that it names, and all else on the newest of its moment', () => {
    const told = entries.map(({ revision: { number }, decisions, others }) => [number, decisions.map(({ kind }) => kind), others.map(({ kind }) => kind)])
    expect(told).toEqual([
      [5, ['story.withdraw'], []],
      [4, [], []],
      [3, [], []],
      [2, ['story.sendBack'], []],
      [1, ['story.submit'], ['note.added']],
    ])
  })

  it('has a place for what is from before its first revision, and for a restoration whose source is unknown', () => {
    const [entry] = timelineOf([revision(1, 10)], [event('note.added', 1), event('note.resolved', 1), event('story.restored', 10, 'r1')])
    expect(entry).toMatchObject({ why: 'An earlier revision restored', others: [{ kind: 'note.added' }, { kind: 'note.resolved' }] })
    expect(timelineOf([], [event('story.created', 0)])).toEqual([])
  })

  it('proposes to compare the newest with what readers see, or with the one before', () => {
    expect(firstComparison(entries, 2)).toEqual({ from: 2, to: 5 })
    expect(firstComparison(entries, 5)).toEqual({ from: 4, to: 5 })
    expect(firstComparison(entries, null)).toEqual({ from: 4, to: 5 })
    expect(firstComparison(timelineOf([revision(1, 0)], []), null)).toBeNull()
  })
})
