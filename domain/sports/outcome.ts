import type { GameResult, Match, MeetResult, MeetTeam, Score } from './result.ts'

/** Who won, from what is on record. */

export type Winner = 'us' | 'them' | 'tie'

const compare = ({ us, them }: Score): Winner => (us > them ? 'us' : us < them ? 'them' : 'tie')

/** The sets that each side won. */
export function setsWon(sets: readonly Score[]): Score {
  return { us: sets.filter((set) => compare(set) === 'us').length, them: sets.filter((set) => compare(set) === 'them').length }
}

/** Who won one match on a court: by its sets, unless it was given. */
export function matchWinner({ sets, given }: Pick<Match, 'sets' | 'given'>): Winner {
  return given ?? compare(setsWon(sets))
}

/** A team in a meet with its points and its rank: equal points share a rank, and the next one is as many further. */
export type TeamPlace = { team: MeetTeam; points: number; rank: number }

/** The teams of a meet, best first: with the points that were entered, else with the sum of those in the events. A team without either is left out. */
export function teamPlaces({ teams, events }: MeetResult, lowWins: boolean): TeamPlace[] {
  const summed = new Map<MeetTeam, number>()
  for (const { entries } of events) for (const { team, points } of entries) if (points !== null) summed.set(team, (summed.get(team) ?? 0) + points)
  const entered = teams.flatMap(({ team, points }) => (points === null ? [] : [{ team, points }]))
  // Sums of some events beside the official points of others would rank apples and pears.
  const all = entered.length > 0 ? entered : [...summed].map(([team, points]) => ({ team, points }))
  const better = (a: number, b: number) => (lowWins ? a < b : a > b)
  return all
    .map(({ team, points }) => ({ team, points, rank: 1 + all.filter((other) => better(other.points, points)).length }))
    .toSorted((a, b) => a.rank - b.rank)
}

/** What a result comes to: the score of a game of two, or our rank among `of` teams; `winner` is null where it says neither. */
export type Outcome = { winner: Winner | null; score: Score | null; rank: number | null; of: number }

const NONE: Outcome = { winner: null, score: null, rank: null, of: 0 }

/** `lowWins`: whether fewer points win a meet of this sport. A meet of more than two teams is won by nobody in the sense of a record: it has ranks. */
export function outcomeOf(result: GameResult, lowWins: boolean): Outcome {
  switch (result.form) {
    case 'periods': {
      const { final, shootout } = result
      return { ...NONE, winner: compare(final) === 'tie' && shootout !== null ? compare(shootout) : compare(final), score: final }
    }
    case 'sets': {
      const score = setsWon(result.sets)
      return { ...NONE, winner: compare(score), score }
    }
    case 'matches': {
      const won = result.matches.map(matchWinner)
      const score = { us: won.filter((one) => one === 'us').length, them: won.filter((one) => one === 'them').length }
      return { ...NONE, winner: compare(score), score }
    }
    case 'meet': {
      const places = teamPlaces(result, lowWins)
      const us = places.find(({ team }) => team === 'us')
      const [other, ...more] = places.filter(({ team }) => team !== 'us')
      if (us === undefined) return NONE
      if (other === undefined || more.length > 0) return { ...NONE, rank: us.rank, of: places.length }
      const score = { us: us.points, them: other.points }
      const winner = us.points === other.points ? 'tie' : us.rank < other.rank ? 'us' : 'them'
      return { winner, score, rank: us.rank, of: 2 }
    }
  }
}
