import { describe, expect, it } from 'vitest'
import { recordLines, remarkOf, type RecordEvent, type RecordNote, type RecordReview, type RecordSource } from './story-record.ts'

const at = (minute: number, second = 0) => new Date(Date.UTC(2026, 10, 24, 12, minute, second)).toISOString()
let seqs = 0
const event = (kind: string, minute: number, more: Partial<RecordEvent> = {}): RecordEvent => ({
  seq: String((seqs += 1)), hash: 'ab', at: at(minute, 1), actorId: 'theo', kind, revisionId: null, subjectId: null, data: {}, ...more,
})
const note = (id: string, minute: number, more: Partial<RecordNote> = {}): RecordNote => ({
  id, at: at(minute), authorId: 'theo', revisionId: 'r1', parentId: null, body: `Note ${id}.`, blocking: false, resolvedAt: null, resolvedById: null, ...more,
})
const review = (notes: string, minute: number, more: Partial<RecordReview> = {}): RecordReview => ({ id: notes, at: at(minute), byId: 'theo', revisionId: 'r1', notes, reason: '', ...more })
const source = (more: Partial<RecordSource>): RecordSource => ({
  events: [], reviews: [], objections: [], notes: [], numbers: new Map([['r1', 1], ['r2', 2]]), asked: null, withdrawn: null, nameOf: (id) => (id === null ? 'The paper' : `${id}!`), ...more,
})

describe('the record of a story', () => {
  it('gives decisions their reasons, the second of one person on one revision too', () => {
    const lines = recordLines(source({
      events: [event('story.sendBack', 10, { revisionId: 'r1' }), event('story.submit', 15, { revisionId: 'r1' }), event('story.sendBack', 20, { revisionId: 'r1' })],
      reviews: [review('And the date.', 20), review('Name them.', 10), review('Not mine.', 10, { byId: 'ana' })],
      notes: [note('a', 10, { body: 'Name them.', blocking: true, resolvedAt: at(12), resolvedById: 'ana' }), note('b', 20, { body: 'And the date.' })],
    }))
    expect(lines.map(({ what, text, blocking, settled, revision }) => [what, text, blocking, settled, revision])).toEqual([
      ['sent it back', 'Name them.', true, { by: 'ana!', at: at(12) }, 1],
      ['handed it in', null, false, null, 1],
      ['sent it back', 'And the date.', false, null, 1],
    ])
  })

  it('gives a required change its reason, and says what was objected and answered', () => {
    const lines = recordLines(source({
      events: [
        event('story.sendBack', 10, { revisionId: 'r1' }), event('objection.made', 11, { subjectId: 'o', actorId: 'ana' }), event('objection.answered', 12, { subjectId: 'o' }),
        event('review.commented', 13, { subjectId: 'Read.' }), event('objection.made', 14, { subjectId: 'gone' }), event('objection.answered', 15, { subjectId: 'gone' }), event('review.commented', 16, { subjectId: 'gone' }),
      ],
      reviews: [review('Name them.', 10, { reason: 'Readers must know.' }), review('Read.', 13)],
      objections: [{ id: 'o', body: 'They are minors.', answer: 'True.' }],
    }))
    expect(lines.map(({ text }) => text)).toEqual(['Name them.\nReason: Readers must know.', 'They are minors.', 'True.', 'Read.', null, null, null])
  })

  it('says what a note and its answers said, and who settled it', () => {
    const lines = recordLines(source({
      events: [
        event('note.added', 1, { subjectId: 'a', revisionId: 'r2' }), event('note.answered', 2, { subjectId: 'a', actorId: 'ana' }), event('note.answered', 9, { subjectId: 'a', actorId: 'ana' }),
        event('note.resolved', 10, { subjectId: 'a' }), event('note.reopened', 11, { subjectId: 'gone' }), event('note.added', 12, { subjectId: 'gone' }),
      ],
      notes: [note('a', 1, { resolvedAt: at(10), resolvedById: null }), note('x', 9, { parentId: 'a', authorId: 'ana', body: 'Second.' }), note('y', 2, { parentId: 'a', authorId: 'ana', body: 'First.' })],
    }))
    expect(lines.map(({ text, settled }) => [text, settled?.by ?? null])).toEqual([['Note a.', 'The paper'], ['First.', null], ['Second.', null], ['Note a.', null], [null, null], [null, null]])
  })

  it('tells notes that came with the start of the story, in their place and in their time', () => {
    const parts = { events: [event('story.created', 0), event('story.submit', 30)], notes: [note('a', 0), note('b', 40)] }
    expect(recordLines(source(parts)).map(({ seq, text }) => [seq === null, text])).toEqual([[true, 'Note a.'], [false, null], [false, null], [true, 'Note b.']])
    expect(recordLines(source(parts), { from: at(1), before: at(40) }).filter(({ seq }) => seq === null)).toEqual([])
  })

  it('gives a withdrawal its reason, and an ask only the one that is kept of it', () => {
    const lines = recordLines(source({
      events: [event('story.askWithdrawal', 1), event('story.askWithdrawal', 9), event('story.askWithdrawal', 9, { actorId: 'ana' }), event('story.withdraw', 20), event('story.withdraw', 40), event('story.sendBack', 50)],
      asked: { at: at(9), byId: 'theo', reason: 'It names a child.' },
      withdrawn: { at: at(20), reason: 'It named a child.' },
    }))
    expect(lines.map(({ text }) => text)).toEqual([null, 'It names a child.', null, 'It named a child.', null, null])
    expect(recordLines(source({ events: [event('story.askWithdrawal', 1), event('story.withdraw', 2)] })).map(({ text }) => text)).toEqual([null, null])
  })

  it('remarks on the revision and the details', () => {
    const [line] = recordLines(source({ events: [event('story.restored', 1, { revisionId: 'r2', data: { from: 1 } })] }))
    expect(line === undefined ? null : remarkOf(line)).toBe('revision 2, the text of revision 1')
    const [bare] = recordLines(source({ events: [event('story.edited', 1, { revisionId: 'unknown' })] }))
    expect(bare === undefined ? 'none' : remarkOf(bare)).toBeNull()
  })
})
