import 'server-only'
import { GENDERS, LEVELS, rulesOf, SPORT_KEYS, TEAM_COLOURS, type Sport } from '#domain/sports/kinds.ts'
import { outcomeOf } from '#domain/sports/outcome.ts'
import { storedResult } from '#domain/sports/result.ts'
import { withShownAthletes, type ShownAthlete } from '#domain/sports/shown.ts'
import type { GameView, TeamHead } from '#domain/sports/view.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** From rows to what screens get. */

export const TEAM_HEAD = { slug: true, sport: true, level: true, gender: true, schoolYear: true, shortName: true, colour: true, league: true } as const satisfies Prisma.SportsTeamSelect
export const GAME_ROW = {
  id: true, at: true, timed: true, place: true, venue: true, name: true, league: true, call: true, result: true, version: true,
  opponents: { orderBy: { position: 'asc' }, select: { opponent: { select: { id: true, name: true } } } },
} as const satisfies Prisma.SportsGameSelect
type HeadRow = Prisma.SportsTeamGetPayload<{ select: typeof TEAM_HEAD }>
export type GameRow = Prisma.SportsGameGetPayload<{ select: typeof GAME_ROW }>

/** A team as screens show it; null: its words are of another version of the product. */
export function teamHead({ sport: stored, level: storedLevel, gender: storedGender, colour: storedColour, ...team }: HeadRow): TeamHead | null {
  const [sport, level, gender] = [SPORT_KEYS.find((key) => key === stored), LEVELS.find((key) => key === storedLevel), GENDERS.find((key) => key === storedGender)]
  if (sport === undefined || level === undefined || gender === undefined) return null
  return { ...team, sport, level, gender, colour: TEAM_COLOURS.find((key) => key === storedColour) ?? 'black' }
}

/** A game; `shown`: how athletes stand before whoever sees it. */
export function gameView({ at, result: stored, opponents, id, timed, place, venue, name, league, call }: GameRow, sport: Sport, shown: ShownAthlete): GameView {
  const rules = rulesOf(sport)
  const result = storedResult(stored, rules.form)
  return {
    id, timed, place, venue, name, league, call,
    at: at.toISOString(),
    opponents: opponents.map(({ opponent }) => opponent),
    result: result === null ? null : withShownAthletes(result, shown),
    outcome: result === null ? null : outcomeOf(result, rules.form === 'meet' && rules.lowWins),
  }
}
