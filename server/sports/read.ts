import 'server-only'
import { dayIn, daysAfter, instantOf } from '#domain/day.ts'
import { athleteNames, type ShownAthlete } from '#domain/sports/shown.ts'
import { recordOf, standingsOf } from '#domain/sports/standings.ts'
import type { GameView, ScoreLine, ScoresView, TeamView } from '#domain/sports/view.ts'
import { db } from '../db.ts'
import { inThisEpoch } from '../epoch-memory.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { optOutEntries } from '../opt-out/checks.ts'
import { shownNameForm } from '../settings/name-form.ts'
import { paperDay } from '../settings/paper-day.ts'
import { GAME_ROW, gameView, TEAM_HEAD, teamHead } from './views.ts'

/** What readers see of the sports desk. Uncached: published.ts is the door, this is the room behind it. */

/** How athletes stand before readers now. */
async function shownAthletes(): Promise<ShownAthlete> {
  const [form, optOuts] = await Promise.all([shownNameForm(), inThisEpoch('opt-outs', () => optOutEntries(db()))])
  return athleteNames(form, optOuts)
}

const isPlayed = ({ result }: GameView) => result !== null
const winners = (games: readonly GameView[]) => games.map(({ outcome }) => outcome?.winner ?? null)

const SEASON = {
  ...TEAM_HEAD,
  games: { orderBy: { at: 'asc' }, select: GAME_ROW },
} as const satisfies Prisma.SportsTeamSelect
const WHOLE_TEAM = {
  ...SEASON,
  players: { orderBy: { line: 'asc' }, select: { name: true, number: true, position: true, grade: true } },
  standings: { select: { wins: true, losses: true, ties: true, opponent: { select: { name: true } } } },
} as const satisfies Prisma.SportsTeamSelect

/** A team with its schedule, roster and table; null: there is none at this address. */
export async function readTeam(slug: string): Promise<TeamView | null> {
  const row = await db().sportsTeam.findUnique({ where: { slug }, select: WHOLE_TEAM })
  if (row === null) return null
  const { games: gameRows, players, standings, ...headRow } = row
  const team = teamHead(headRow)
  if (team === null) return null
  const shown = await shownAthletes()
  const games = gameRows.map((game) => gameView(game, team.sport, shown))
  const inLeague = recordOf(winners(games.filter(({ league }) => league)))
  const others = standings.map(({ opponent, ...record }) => ({ name: opponent.name, us: false, ...record }))
  return {
    team,
    games,
    roster: players.map(({ name, ...line }) => ({ ...line, name: shown(name) })).filter(({ name, number }) => name !== null || number !== ''),
    standings: others.length === 0 ? [] : standingsOf([...others, { name: team.shortName, us: true, ...inLeague }]),
    overall: recordOf(winners(games)),
    inLeague,
  }
}

/** All teams of a school year, the newest if none is asked for, with their last result and their next game after `now`. */
export async function readScores(year: string | null, now: Date): Promise<ScoresView> {
  const years = (await db().sportsTeam.findMany({ distinct: ['schoolYear'], orderBy: { schoolYear: 'desc' }, select: { schoolYear: true } })).map(({ schoolYear }) => schoolYear)
  const schoolYear = year ?? years[0] ?? null
  if (schoolYear === null) return { schoolYear, years, teams: [] }
  const rows = await db().sportsTeam.findMany({ where: { schoolYear }, orderBy: { slug: 'asc' }, select: SEASON })
  const shown = await shownAthletes()
  const { timeZone, today } = await paperDay(now)
  const teams = rows.flatMap(({ games: gameRows, ...headRow }) => {
    const team = teamHead(headRow)
    if (team === null) return []
    const games = gameRows.map((game) => gameView(game, team.sport, shown))
    const next = games.find((game) => !isPlayed(game) && game.call === 'ON' && dayIn(new Date(game.at), timeZone) >= today) ?? null
    return [{ team, overall: recordOf(winners(games)), last: games.findLast(isPlayed) ?? null, next }]
  })
  return { schoolYear, years, teams }
}

const STRIP_BACK_DAYS = 10
const STRIP_AHEAD_DAYS = 7
const STRIP_LENGTH = 12

/** The newest results and the next games around a day, oldest first; empty where the strip is off, or nothing was played lately. `sectionSlug`: of the sports section. */
export async function readStrip(now: Date): Promise<{ lines: ScoreLine[]; sectionSlug: string | null }> {
  const desk = await db().sportsDesk.findUnique({ where: { id: 1 }, select: { strip: true, section: { select: { slug: true } } } })
  if (desk === null || !desk.strip) return { lines: [], sectionSlug: null }
  const { timeZone, today } = await paperDay(now)
  const from = instantOf(`${daysAfter(today, -STRIP_BACK_DAYS)}T00:00:00`, timeZone) ?? now
  const until = instantOf(`${daysAfter(today, STRIP_AHEAD_DAYS)}T00:00:00`, timeZone) ?? now
  const startOfDay = instantOf(`${today}T00:00:00`, timeZone) ?? now
  const select = { ...GAME_ROW, team: { select: TEAM_HEAD } }
  const [played, coming] = await Promise.all([
    db().sportsGame.findMany({ where: { at: { gte: from, lt: until }, resultAt: { not: null } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: STRIP_LENGTH, select }),
    db().sportsGame.findMany({ where: { at: { gte: startOfDay, lt: until }, resultAt: null, call: 'ON' }, orderBy: [{ at: 'asc' }, { id: 'asc' }], take: STRIP_LENGTH / 2, select }),
  ])
  if (played.length === 0) return { lines: [], sectionSlug: null }
  const shown = await shownAthletes()
  const lines = [...played.slice(0, STRIP_LENGTH - coming.length).toReversed(), ...coming].flatMap(({ team: row, ...game }): ScoreLine[] => {
    const team = teamHead(row)
    return team === null ? [] : [{ team, game: gameView(game, team.sport, shown) }]
  })
  return { lines, sectionSlug: desk.section?.slug ?? null }
}

/** Games by their ids, for the blocks that show them; one that is gone is simply not there. */
export async function readGames(ids: readonly string[]): Promise<Record<string, ScoreLine>> {
  if (ids.length === 0) return {}
  const rows = await db().sportsGame.findMany({ where: { id: { in: [...ids] } }, select: { ...GAME_ROW, team: { select: TEAM_HEAD } } })
  const shown = await shownAthletes()
  return Object.fromEntries(rows.flatMap(({ team: row, ...game }): [string, ScoreLine][] => {
    const team = teamHead(row)
    return team === null ? [] : [[game.id, { team, game: gameView(game, team.sport, shown) }]]
  }))
}

/** The addresses of all teams, newest school year first. */
export async function readTeamSlugs(): Promise<string[]> {
  return (await db().sportsTeam.findMany({ orderBy: [{ schoolYear: 'desc' }, { slug: 'asc' }], select: { slug: true } })).map(({ slug }) => slug)
}
