import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { wallTimeOf } from '#domain/school-time.ts'
import { rulesOf, type Sport } from '#domain/sports/kinds.ts'
import { storedResult, type GameResult } from '#domain/sports/result.ts'
import type { Player } from '#domain/sports/desk.ts'
import { hasRecord, recordOf, recordText } from '#domain/sports/standings.ts'
import type { GameView, TeamHead } from '#domain/sports/view.ts'
import { schoolYear } from '#domain/school-year.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { scoresVerdict } from './lock.ts'
import { GAME_ROW, gameView, TEAM_HEAD, teamHead, type GameRow } from './views.ts'

/** Staff see names as they were typed. */
const asTyped = (name: string) => name

export type DeskGame = GameView & { version: number; teamId: string; team: TeamHead }
export type TeamLine = { id: string; team: TeamHead; record: string; games: number }
export type SportsDesk = {
  teams: TeamLine[]
  /** Games whose day has come and that have no result, the oldest first. */
  waiting: DeskGame[]
  settings: { sectionId: string | null; strip: boolean }
  may: { keep: boolean; set: boolean; reason: string }
  timeZone: string
  today: string
  year: string
}

const DESK_GAME = { ...GAME_ROW, teamId: true, team: { select: TEAM_HEAD } } as const
const MOST_WAITING = 30

function deskGame({ teamId, team: row, ...game }: GameRow & { teamId: string; team: Parameters<typeof teamHead>[0] }): DeskGame[] {
  const team = teamHead(row)
  return team === null ? [] : [{ ...gameView(game, team.sport, asTyped), version: game.version, teamId, team }]
}

/** The sports desk, for whoever is in the newsroom. */
export async function sportsDesk(actor: Actor): Promise<SportsDesk> {
  const now = timeNow()
  const { timeZone, today } = await paperDay(now)
  const empty: SportsDesk = { teams: [], waiting: [], settings: { sectionId: null, strip: true }, may: { keep: false, set: false, reason: '' }, timeZone, today, year: schoolYear(now, timeZone) }
  if (!decide(actor.role, 'enterNewsroom').allowed) return empty
  const [verdict, settings, teams, waiting] = await Promise.all([
    scoresVerdict(db(), actor),
    db().sportsDesk.findUnique({ where: { id: 1 }, select: { sectionId: true, strip: true } }),
    db().sportsTeam.findMany({ orderBy: [{ schoolYear: 'desc' }, { slug: 'asc' }], select: { id: true, ...TEAM_HEAD, games: { select: GAME_ROW } } }),
    db().sportsGame.findMany({ where: { resultAt: null, call: 'ON', at: { lt: now } }, orderBy: [{ at: 'desc' }, { id: 'asc' }], take: MOST_WAITING, select: DESK_GAME }),
  ])
  const lines = teams.flatMap(({ id, games, ...row }): TeamLine[] => {
    const team = teamHead(row)
    if (team === null) return []
    const record = recordOf(games.map((game) => gameView(game, team.sport, asTyped).outcome?.winner ?? null))
    return [{ id, team, record: hasRecord(record) ? recordText(record) : '', games: games.length }]
  })
  return {
    ...empty,
    teams: lines,
    waiting: waiting.flatMap(deskGame),
    settings: settings ?? empty.settings,
    may: { keep: verdict.allowed, set: decide(actor.role, 'setSportsDesk').allowed, reason: verdict.allowed ? '' : verdict.reason },
  }
}

export type DeskTeam = { id: string; version: number; team: TeamHead; games: DeskGame[]; roster: Player[]; standings: { name: string; wins: number; losses: number; ties: number }[]; timeZone: string; may: { keep: boolean; reason: string }; opponents: string[] }

/** Every opponent that the paper knows, by name: what a form proposes. */
async function opponentNames(): Promise<string[]> {
  return (await db().sportsOpponent.findMany({ orderBy: { name: 'asc' }, select: { name: true } })).map(({ name }) => name)
}

/** A team on the desk; null where there is none that this actor may see. */
export async function deskTeam(actor: Actor, id: string): Promise<DeskTeam | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return null
  const row = await db().sportsTeam.findUnique({
    where: { id },
    select: {
      id: true, version: true, ...TEAM_HEAD,
      games: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: DESK_GAME },
      players: { orderBy: { line: 'asc' }, select: { name: true, number: true, position: true, grade: true } },
      standings: { orderBy: { opponent: { name: 'asc' } }, select: { wins: true, losses: true, ties: true, opponent: { select: { name: true } } } },
    },
  })
  const team = row === null ? null : teamHead(row)
  if (row === null || team === null) return null
  const [verdict, opponents, { timeZone }] = await Promise.all([scoresVerdict(db(), actor), opponentNames(), paperDay(timeNow())])
  return {
    id: row.id,
    version: row.version,
    team,
    games: row.games.flatMap(deskGame),
    roster: row.players,
    standings: row.standings.map(({ opponent, ...record }) => ({ name: opponent.name, ...record })),
    timeZone,
    may: { keep: verdict.allowed, reason: verdict.allowed ? '' : verdict.reason },
    opponents,
  }
}

export type GameDesk = { game: DeskGame; sport: Sport; result: GameResult | null; date: string; time: string; timeZone: string; may: { keep: boolean; reason: string }; opponents: string[]; athletes: string[] }

/** One game on the desk, with its result as it was entered, and the names of the roster to propose. */
export async function deskGameById(actor: Actor, id: string): Promise<GameDesk | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return null
  const row = await db().sportsGame.findUnique({ where: { id }, select: DESK_GAME })
  const [game] = row === null ? [] : deskGame(row)
  if (row === null || game === undefined) return null
  const [verdict, opponents, { timeZone }, players] = await Promise.all([
    scoresVerdict(db(), actor),
    opponentNames(),
    paperDay(timeNow()),
    db().sportsPlayer.findMany({ where: { teamId: row.teamId }, orderBy: { line: 'asc' }, select: { name: true } }),
  ])
  const { date, time } = wallTimeOf(row.at, timeZone)
  const { sport } = game.team
  return { game, sport, result: storedResult(row.result, rulesOf(sport).form), date, time: row.timed ? time : '', timeZone, may: { keep: verdict.allowed, reason: verdict.allowed ? '' : verdict.reason }, opponents, athletes: players.map(({ name }) => name) }
}

/** The opponents, for the page on which they are renamed. */
export async function opponentList(actor: Actor): Promise<{ id: string; name: string; games: number }[]> {
  if (!(await scoresVerdict(db(), actor)).allowed) return []
  const rows = await db().sportsOpponent.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true, _count: { select: { games: true } } } })
  return rows.map(({ id, name, _count }) => ({ id, name, games: _count.games }))
}

export type GameChoice = { id: string; at: string; timed: boolean; team: TeamHead; opponents: string[]; played: boolean }
const MOST_CHOICES = 20

function choice({ id, at, timed, team, opponents, result }: DeskGame): GameChoice {
  return { id, at, timed, team, opponents: opponents.map(({ name }) => name), played: result !== null }
}

/** Games for the block of a story: by words of the opponents' or teams' names, the newest first; or one by id. */
export async function gameChoices(actor: Actor, { query = '', id }: { query?: string; id?: string }): Promise<GameChoice[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const contains = { contains: query.trim(), mode: 'insensitive' as const }
  const where = id !== undefined ? { id } : query.trim() === '' ? {} : { OR: [{ name: contains }, { opponents: { some: { opponent: { name: contains } } } }, { team: { slug: { contains: query.trim().toLowerCase().replace(/\s+/g, '-') } } }] }
  const rows = await db().sportsGame.findMany({ where, orderBy: [{ resultAt: { sort: 'desc', nulls: 'last' } }, { at: 'asc' }], take: MOST_CHOICES, select: DESK_GAME })
  return rows.flatMap(deskGame).map(choice)
}
