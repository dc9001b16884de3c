import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resultProblems } from './checks.ts'
import { gameSchema, newTeamSchema, standingsSchema, teamSlug } from './desk.ts'
import { rulesOf, SPORT_KEYS, type Sport } from './kinds.ts'
import { formatMark, MARK_UNITS, parseMark, type MarkUnit } from './marks.ts'
import { matchWinner, outcomeOf, teamPlaces } from './outcome.ts'
import { resultSchema, storedResult, withPlainMarks, type GameResult, type MeetResult, type PeriodsResult } from './result.ts'
import { athleteNames, textsOfResult, withShownAthletes } from './shown.ts'
import { hasRecord, recordOf, recordText, shareText, standingsOf, winShare } from './standings.ts'

const OTHER = '01900000-0000-7000-8000-000000000001'
const THIRD = '01900000-0000-7000-8000-000000000002'
const fieldsOf = (result: GameResult, sport: Sport, opponents = [OTHER]) => resultProblems(result, sport, opponents).map(({ field }) => field ?? '')
const periods = (change: Partial<PeriodsResult>): PeriodsResult => ({ form: 'periods', final: { us: 0, them: 0 }, periods: [], shootout: null, ...change })
const entry = (change: object) => ({ team: 'us' as const, place: 1, athletes: ['Ana Ruiz'], mark: '', splits: [], points: null, ...change })
const meet = (change: Partial<MeetResult>): MeetResult => ({ form: 'meet', teams: [], events: [], ...change })
const event = (change: object) => ({ name: '200 free', unit: 'time' as const, relay: false, entries: [entry({})], ...change })

describe('marks', () => {
  it.each([
    ['1:52.30', 'time', 11230, '1:52.30'], ['18:41', 'time', 112100, '18:41'], ['52.3', 'time', 5230, '52.30'], ['1:02:03', 'time', 372300, '1:02:03'], ['75.2', 'time', 7520, '1:15.20'],
    ['6.4', 'metric', 640, '6.40 m'], ['12 m', 'metric', 1200, '12.00 m'], ['5-10.5', 'imperial', 282, '5-10.5'], ['5’ 10”', 'imperial', 280, '5-10'],
    ['192.4', 'points', 19240, '192.4'], ['-3', 'points', -300, '-3'], ['-0', 'points', 0, '0'], ['9.25', 'points', 925, '9.25'],
  ] satisfies [string, MarkUnit, number, string][])('reads %s as %s', (text, unit, value, plain) => {
    expect(parseMark(text, unit)).toEqual({ unit, value })
    expect(formatMark({ unit, value })).toBe(plain)
  })

  it.each([['1:75', 'time'], ['1:5', 'time'], ['fast', 'time'], ['5-12', 'imperial'], ['high', 'imperial'], ['1.234', 'metric'], ['-2', 'metric'], ['', 'points']] satisfies [string, MarkUnit][])('does not take %j for a mark of %s', (text, unit) => {
    expect(parseMark(text, unit)).toBeNull()
  })

  it('come back from print as they were', () => {
    fc.assert(fc.property(fc.constantFrom(...MARK_UNITS), fc.integer({ min: 0, max: 40_000 }), (unit, value) => {
      expect(parseMark(formatMark({ unit, value }), unit)).toEqual({ unit, value })
    }))
  })
})

describe('what is wrong with a result', () => {
  it('periods add up, whole but for the last half of an inning', () => {
    expect(resultProblems(periods({ final: { us: 21, them: 14 } }), 'football', [OTHER])).toEqual([])
    expect(resultProblems(periods({ final: { us: 21, them: 14 }, periods: [{ us: 7, them: 14 }, { us: 13, them: 0 }] }), 'football', [])).toEqual([{ field: 'final', message: 'The periods add up to 20–14, but the final score says 21–14. Correct one of them.' }])
    const early = periods({ final: { us: 3, them: 1 }, periods: [{ us: 3, them: 1 }, { us: null, them: 0 }] })
    expect(fieldsOf(early, 'baseball')).toEqual([])
    expect(fieldsOf(early, 'soccer')).toEqual(['periods.1'])
    expect(fieldsOf(periods({ periods: [{ us: null, them: null }] }), 'baseball')).toEqual(['periods.0'])
    expect(fieldsOf(periods({ periods: [{ us: 0, them: null }, { us: 0, them: 0 }] }), 'baseball')).toEqual(['periods.0'])
  })

  it('a shootout follows a tie, and has a winner', () => {
    expect(fieldsOf(periods({ final: { us: 1, them: 1 }, shootout: { us: 4, them: 2 } }), 'soccer')).toEqual([])
    expect(fieldsOf(periods({ final: { us: 2, them: 1 }, shootout: { us: 4, them: 2 } }), 'soccer')).toEqual(['shootout'])
    expect(fieldsOf(periods({ final: { us: 1, them: 1 }, shootout: { us: 4, them: 4 } }), 'soccer')).toEqual(['shootout'])
  })

  it('sets are won, and not played on', () => {
    const sets = (...list: [number, number][]): GameResult => ({ form: 'sets', sets: list.map(([us, them]) => ({ us, them })) })
    expect(fieldsOf(sets([19, 25], [22, 25], [25, 20], [26, 24], [15, 13]), 'volleyball')).toEqual([])
    expect(fieldsOf(sets([25, 20], [25, 20]), 'volleyball')).toEqual([])
    expect(fieldsOf(sets([25, 25]), 'volleyball')).toEqual(['sets.0'])
    expect(fieldsOf(sets([25, 1], [25, 1], [25, 1], [25, 1]), 'volleyball')).toEqual(['sets.3'])
    expect(fieldsOf(sets([25, 20], [20, 25]), 'volleyball')).toEqual(['sets'])
    expect(fieldsOf(sets([25, 20]), 'volleyball')).toEqual(['sets'])
  })

  it('a match on a court has a winner, by its sets or given', () => {
    const matches = (change: object): GameResult => ({ form: 'matches', matches: [{ name: 'Singles 1', ours: 'Ana Ruiz', theirs: '', sets: [], given: null, ...change }] })
    expect(fieldsOf(matches({ sets: [{ us: 6, them: 3 }, { us: 7, them: 5 }] }), 'tennis')).toEqual([])
    expect(fieldsOf(matches({ given: 'them' }), 'tennis')).toEqual([])
    expect(fieldsOf(matches({}), 'tennis')).toEqual(['matches.0.sets'])
    expect(fieldsOf(matches({ sets: [{ us: 6, them: 3 }, { us: 3, them: 6 }] }), 'tennis')).toEqual(['matches.0.sets'])
    expect(fieldsOf(matches({ sets: [{ us: 6, them: 6 }] }), 'tennis')).toEqual(['matches.0.sets.0'])
  })

  it('a meet has its own teams, marks that are marks, and legs only in relays', () => {
    expect(fieldsOf(meet({ teams: [{ team: 'us', points: 90 }, { team: OTHER, points: 80 }] }), 'swimming')).toEqual([])
    expect(fieldsOf(meet({}), 'swimming')).toEqual(['teams'])
    expect(fieldsOf(meet({ teams: [{ team: 'us', points: 90 }, { team: 'us', points: 1 }, { team: THIRD, points: 1 }] }), 'swimming')).toEqual(['teams.1', 'teams.2'])
    const relay = event({ relay: true, entries: [entry({ athletes: ['A B', 'C D'], mark: '1:40.00', splits: ['50.00', '50.00'] })] })
    expect(fieldsOf(meet({ events: [relay] }), 'swimming')).toEqual([])
    expect(fieldsOf(meet({ events: [{ ...relay, relay: false }] }), 'swimming')).toEqual(['events.0.entries.0.athletes', 'events.0.entries.0.splits'])
    expect(fieldsOf(meet({ events: [event({ relay: true, entries: [entry({ athletes: ['A B', 'C D'], splits: ['50.00'] })] })] }), 'swimming')).toEqual(['events.0.entries.0.splits'])
    expect(fieldsOf(meet({ events: [event({ relay: true, entries: [entry({ splits: ['soon'] })] })] }), 'swimming')).toEqual(['events.0.entries.0.splits'])
    expect(fieldsOf(meet({ events: [event({ entries: [entry({ place: null, team: THIRD }), entry({ mark: 'fast' })] })] }), 'swimming')).toEqual(['events.0.entries.0.place', 'events.0.entries.1.mark', 'events.0.entries.0.team'])
  })

  it('a result of another kind of sport is none of this one', () => {
    const one: Record<string, GameResult> = { periods: periods({}), sets: { form: 'sets', sets: [{ us: 1, them: 0 }] }, matches: { form: 'matches', matches: [] }, meet: meet({}) }
    for (const sport of SPORT_KEYS) for (const [form, result] of Object.entries(one)) expect(resultProblems(result, sport, []).some(({ message }) => message.startsWith('A result of this sport')), `${sport} ${form}`).toBe(rulesOf(sport).form !== form)
  })
})

describe('who won', () => {
  it('a tie is broken by its shootout', () => {
    expect(outcomeOf(periods({ final: { us: 1, them: 1 } }), false).winner).toBe('tie')
    expect(outcomeOf(periods({ final: { us: 1, them: 1 }, shootout: { us: 2, them: 4 } }), false).winner).toBe('them')
    expect(outcomeOf(periods({ final: { us: 1, them: 0 } }), false).winner).toBe('us')
  })

  it('sets and matches are counted', () => {
    expect(outcomeOf({ form: 'sets', sets: [{ us: 19, them: 25 }, { us: 25, them: 20 }, { us: 25, them: 20 }] }, false)).toMatchObject({ winner: 'us', score: { us: 2, them: 1 } })
    const match = { name: 'Singles 1', ours: '', theirs: '', sets: [{ us: 6, them: 1 }], given: 'them' as const }
    expect(matchWinner(match)).toBe('them')
    expect(outcomeOf({ form: 'matches', matches: [match, { ...match, given: null }, { ...match, given: null }] }, false)).toMatchObject({ winner: 'us', score: { us: 2, them: 1 } })
  })

  it('a meet of two is won; one of more has ranks, with equal points on one', () => {
    const two = meet({ teams: [{ team: 'us', points: 26 }, { team: OTHER, points: 30 }] })
    expect(outcomeOf(two, true)).toEqual({ winner: 'us', score: { us: 26, them: 30 }, rank: 1, of: 2 })
    expect(outcomeOf(two, false).winner).toBe('them')
    expect(outcomeOf(meet({ teams: [{ team: 'us', points: 5 }, { team: OTHER, points: 5 }] }), false).winner).toBe('tie')
    const three = meet({ teams: [{ team: OTHER, points: 50 }, { team: 'us', points: 50 }, { team: THIRD, points: 20 }] })
    expect(teamPlaces(three, false).map(({ rank }) => rank)).toEqual([1, 1, 3])
    expect(outcomeOf(three, false)).toEqual({ winner: null, score: null, rank: 1, of: 3 })
    expect(outcomeOf(meet({ teams: [{ team: OTHER, points: 5 }] }), false)).toEqual({ winner: null, score: null, rank: null, of: 0 })
    expect(outcomeOf(meet({ teams: [{ team: 'us', points: 5 }] }), false)).toEqual({ winner: null, score: null, rank: 1, of: 1 })
  })

  it('points of events are added up where none were entered', () => {
    const events = [event({ entries: [entry({ points: 6 }), entry({ team: OTHER, points: 4 }), entry({ points: null })] }), event({ entries: [entry({ points: 1 })] })]
    expect(teamPlaces(meet({ events }), false)).toEqual([{ team: 'us', points: 7, rank: 1 }, { team: OTHER, points: 4, rank: 2 }])
    expect(teamPlaces(meet({ events, teams: [{ team: 'us', points: 3 }, { team: OTHER, points: null }] }), false)).toEqual([{ team: 'us', points: 3, rank: 1 }])
  })

  it('sides change the winner and nothing else', () => {
    const turned = { us: 'them', them: 'us', tie: 'tie' } as const
    fc.assert(fc.property(fc.nat(50), fc.nat(50), (us, them) => {
      const [one, other] = [outcomeOf(periods({ final: { us, them } }), false), outcomeOf(periods({ final: { us: them, them: us } }), false)]
      expect(other.winner).toBe(one.winner === null ? null : turned[one.winner])
    }))
  })
})

describe('records and standings', () => {
  it('count each game once, and none without a winner', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('us' as const, 'them' as const, 'tie' as const, null)), (winners) => {
      const { wins, losses, ties } = recordOf(winners)
      expect(wins + losses + ties).toBe(winners.filter((one) => one !== null).length)
    }))
  })

  it('are written as American tables do', () => {
    expect([recordText({ wins: 12, losses: 3, ties: 0 }), recordText({ wins: 1, losses: 2, ties: 3 })]).toEqual(['12-3', '1-2-3'])
    expect([hasRecord({ wins: 0, losses: 0, ties: 0 }), hasRecord({ wins: 0, losses: 0, ties: 1 })]).toEqual([false, true])
    expect([shareText({ wins: 3, losses: 1, ties: 0 }), shareText({ wins: 2, losses: 0, ties: 0 }), shareText({ wins: 0, losses: 0, ties: 0 }), shareText({ wins: 0, losses: 2, ties: 0 })]).toEqual(['.750', '1.000', '–', '.000'])
  })

  it('rank by share, whatever the order of entry, equal ones together', () => {
    const row = fc.record({ name: fc.string({ maxLength: 3 }), wins: fc.nat(5), losses: fc.nat(5), ties: fc.nat(3) })
    fc.assert(fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const table = standingsOf(rows)
      const rank = (list: typeof table) => list.map((one) => one.rank)
      expect(rank(standingsOf(rows.toReversed()))).toEqual(rank(table))
      for (const [index, one] of table.entries()) {
        const next = table[index + 1]
        if (next === undefined) continue
        expect(next.rank).toBeGreaterThanOrEqual(one.rank)
        expect(next.rank === one.rank).toBe((winShare(next) ?? -1) === (winShare(one) ?? -1))
      }
    }))
  })
})

describe('what is kept and what is shown', () => {
  it('a stored result is of its sport, or none', () => {
    const result = periods({ final: { us: 1, them: 0 } })
    expect(storedResult(result, 'periods')).toEqual(result)
    expect(storedResult(result, 'sets')).toBeNull()
    expect(storedResult({ form: 'periods', final: 'won' }, 'periods')).toBeNull()
    expect(storedResult(null, 'periods')).toBeNull()
    expect(resultSchema.safeParse(meet({ events: [event({ entries: [] })] })).success).toBe(false)
  })

  it('marks are written in one way', () => {
    const typed = meet({ events: [event({ entries: [entry({ mark: '75.2', splits: [] }), entry({ mark: '' }), entry({ mark: 'fast' })] })] })
    const kept = withPlainMarks(typed)
    expect(kept.form === 'meet' && kept.events[0]?.entries.map(({ mark }) => mark)).toEqual(['1:15.20', '', 'fast'])
    expect(withPlainMarks(periods({}))).toEqual(periods({}))
  })

  it('readers see no more of an athlete’s name than the paper shows, and nothing of who is on the opt-out list', () => {
    const shown = athleteNames('SHORT', [{ id: 'x', names: ['Ana Ruiz'] }])
    expect([shown('Bo Chen'), shown('Ruiz, Ana'), shown('ANA RUIZ'), shown(' ')]).toEqual(['Bo C.', null, null, null])
    const result = meet({ events: [event({ relay: true, entries: [entry({ athletes: ['Ana Ruiz', 'Bo Chen'] })] })] })
    expect(withShownAthletes(result, shown)).toMatchObject({ events: [{ entries: [{ athletes: ['', 'Bo C.'] }] }] })
    const tennis: GameResult = { form: 'matches', matches: [{ name: 'Doubles 1', ours: 'Ana Ruiz / Bo Chen', theirs: 'Cy Dee & Ed Fay', sets: [], given: 'us' }] }
    expect(withShownAthletes(tennis, shown)).toMatchObject({ matches: [{ ours: 'Bo C.', theirs: 'Cy D. / Ed F.' }] })
    expect(withShownAthletes(periods({}), shown)).toEqual(periods({}))
    expect(athleteNames('HIDDEN', [])('Bo Chen')).toBeNull()
  })

  it('every text of a result can be looked through', () => {
    expect(textsOfResult(meet({ events: [event({})] }))).toEqual(['200 free', 'Ana Ruiz'])
    expect(textsOfResult({ form: 'matches', matches: [{ name: 'Singles 1', ours: 'A', theirs: 'B', sets: [], given: 'us' }] })).toEqual(['Singles 1', 'A', 'B'])
    expect(textsOfResult(periods({}))).toEqual([])
  })
})

describe('the forms of the desk', () => {
  it('a team has an address of its own words', () => {
    const team = newTeamSchema.parse({ sport: 'crossCountry', level: 'juniorVarsity', gender: 'girls', schoolYear: '2026-27', shortName: 'Harbor', colour: 'navy' })
    expect([teamSlug(team), team.league]).toEqual(['girls-jv-cross-country-2026-27', ''])
    expect(teamSlug({ sport: 'football', level: 'varsity', gender: 'open', schoolYear: '2026-27' })).toBe('varsity-football-2026-27')
    expect(newTeamSchema.safeParse({ ...team, schoolYear: '2026-28' }).success).toBe(false)
  })

  it('a game takes its opponents as they are typed, each once', () => {
    const game = { date: '2026-12-04', time: '', opponents: ' Pine  Ridge, pine ridge;\nSaint Brendan', place: 'HOME', league: 'on' }
    expect(gameSchema.parse(game)).toMatchObject({ opponents: ['Pine Ridge', 'Saint Brendan'], league: true, call: 'ON', time: '' })
    expect(gameSchema.parse({ ...game, league: undefined, time: '15:30:00' })).toMatchObject({ league: false, time: '15:30' })
    expect(gameSchema.parse({ ...game, league: true }).league).toBe(true)
    const bad = [{ opponents: ' , ' }, { opponents: 'x'.repeat(61) }, { opponents: Array.from({ length: 31 }, (_, index) => `Team ${index}`).join(',') }, { time: '25:00' }, { place: 'MOON' }]
    for (const change of bad) expect(gameSchema.safeParse({ ...game, ...change }).success).toBe(false)
  })

  it('standings take counts alone', () => {
    const rows = [{ name: 'Pine Ridge', wins: '3', losses: 0, ties: 0 }]
    const given = { teamId: OTHER, version: '1', rows }
    expect(standingsSchema.parse(given).rows[0]?.wins).toBe(3)
    expect(standingsSchema.safeParse({ ...given, rows: [{ ...rows[0], wins: '-1' }] }).success).toBe(false)
  })
})
