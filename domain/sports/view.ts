import type { Call, Gender, Level, Place, Sport, TeamColour } from './kinds.ts'
import type { Outcome } from './outcome.ts'
import type { GameResult } from './result.ts'
import type { Record3, Standing } from './standings.ts'

/** What pages that show scores get: plain JSON, with the names that readers may see. */

export type TeamHead = { slug: string; sport: Sport; level: Level; gender: Gender; schoolYear: string; shortName: string; colour: TeamColour; league: string }
/** `at`: ISO 8601; `timed` false: only the day is known. `result` null: not played yet. */
export type GameView = {
  id: string
  at: string
  timed: boolean
  place: Place
  venue: string
  name: string
  league: boolean
  call: Call
  opponents: { id: string; name: string }[]
  result: GameResult | null
  outcome: Outcome | null
}
export type ScoreLine = { team: TeamHead; game: GameView }
export type RosterLine = { name: string | null; number: string; position: string; grade: string }
export type TeamView = {
  team: TeamHead
  games: GameView[]
  roster: RosterLine[]
  /** Empty: nobody keeps the table of this league. `us`: the team itself. */
  standings: Standing<{ name: string; us: boolean }>[]
  overall: Record3
  inLeague: Record3
}
/** Every team of a school year with its last result and its next game. `years`: all that have teams, newest first. */
export type ScoresView = { schoolYear: string | null; years: string[]; teams: { team: TeamHead; overall: Record3; last: GameView | null; next: GameView | null }[] }
