import { describe, expect, it } from 'vitest'
import { draftOf, emptyDraft, emptyEvent, emptyMatch, placeOfProblem, typedResult } from './draft.ts'
import { SPORT_KEYS, type Sport } from './kinds.ts'
import { resultSchema, type GameResult } from './result.ts'

const OTHER = '01900000-0000-7000-8000-000000000001'
const RESULTS: [Sport, GameResult][] = [
  ['baseball', { form: 'periods', final: { us: 3, them: 1 }, periods: [{ us: 3, them: 1 }, { us: null, them: 0 }], shootout: null }],
  ['soccer', { form: 'periods', final: { us: 1, them: 1 }, periods: [], shootout: { us: 4, them: 2 } }],
  ['volleyball', { form: 'sets', sets: [{ us: 25, them: 20 }, { us: 25, them: 20 }, { us: 25, them: 20 }] }],
  ['tennis', { form: 'matches', matches: [{ name: 'Singles 1', ours: 'A B', theirs: 'C D', sets: [{ us: 6, them: 1 }, { us: 6, them: 1 }], given: null }] }],
  ['swimming', {
    form: 'meet', teams: [{ team: 'us', points: 90 }, { team: OTHER, points: null }],
    events: [
      { name: 'Relay', unit: 'time', relay: true, entries: [{ team: 'us', place: 1, athletes: ['A B', 'C D'], mark: '1:40.00', splits: ['50.00', '50.00'], points: 8 }] },
      { name: '50 free', unit: 'time', relay: false, entries: [{ team: OTHER, place: null, athletes: ['E F'], mark: '25.00', splits: [], points: null }, { team: 'us', place: 2, athletes: [], mark: '', splits: [], points: null }] },
    ],
  }],
]

describe('a result while it is typed', () => {
  it.each(RESULTS)('%s comes back as it was', (sport, result) => {
    expect(typedResult(draftOf(result, sport, [OTHER]))).toEqual(result)
  })

  it('begins empty, and says what is missing', () => {
    for (const sport of SPORT_KEYS) {
      const parsed = resultSchema.safeParse(typedResult(emptyDraft(sport, [OTHER])))
      // A meet may be empty in its form: checks.ts asks for points or an event.
      expect(parsed.success, sport).toBe(emptyDraft(sport, [OTHER]).form === 'meet')
    }
    const final = resultSchema.safeParse(typedResult(emptyDraft('soccer', [OTHER])))
    expect(final.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['final.us', 'Type a number.'], ['final.them', 'Type a number.']])
  })

  it('leaves out what nobody filled in', () => {
    expect(typedResult({ form: 'matches', matches: [emptyMatch('Singles 1'), { ...emptyMatch('Singles 2'), given: 'us' }] })).toEqual({ form: 'matches', matches: [{ name: 'Singles 2', ours: '', theirs: '', sets: [], given: 'us' }] })
    expect(typedResult({ form: 'periods', final: { us: '1', them: 'x' }, periods: [], shootout: { us: '', them: ' ' } })).toEqual({ form: 'periods', final: { us: 1, them: Number.NaN }, periods: [], shootout: null })
    expect(typedResult({ form: 'meet', teams: [], events: [emptyEvent('time')] })).toMatchObject({ events: [{ entries: [{ athletes: [], splits: [], place: null }] }] })
  })

  it.each([
    ['result.final.us', 'final'], ['periods.0.them', 'periods.0'], ['matches.1.sets.0.us', 'matches.1.sets.0'], ['result.events.0.entries.1.athletes.2', 'events.0.entries.1.athletes'], ['teams.1.points', 'teams.1'], ['result', ''], ['events.0.name', 'events.0.name'],
  ])('the problem at %s stands beside %s', (path, place) => {
    expect(placeOfProblem(path)).toBe(place)
  })
})
