import 'server-only'
import { dayIn, daysAfter } from '#domain/day.ts'
import { schoolYear } from '#domain/school-year.ts'
import { gameSchema, newTeamSchema } from '#domain/sports/desk.ts'
import type { GameResult, MeetEntry } from '#domain/sports/result.ts'
import { db } from '#server/db.ts'
import { setSportsDesk } from '#server/sports/desk.ts'
import { addGame, enterResult } from '#server/sports/games.ts'
import { addTeam, keepRoster, keepStandings } from '#server/sports/teams.ts'
import { DEMO_PAPER } from './accounts.ts'
import type { Cast } from './demo-stories.ts'
import { done } from './done.ts'

type DemoGame = { days: number; time: string; opponents: string; place: 'HOME' | 'AWAY' | 'NEUTRAL'; venue?: string; name?: string; league?: string; result?: (ids: string[]) => GameResult }
const sets = (...list: [number, number][]) => (): GameResult => ({ form: 'sets', sets: list.map(([us, them]) => ({ us, them })) })
const player = (number: string, name: string, position: string, grade: string) => ({ number, name, position, grade })
const runner = (place: number, athlete: string, mark: string): MeetEntry => ({ team: 'us', place, athletes: [athlete], mark, splits: [], points: null })

const VOLLEYBALL: DemoGame[] = [
  { days: -23, time: '18:00', opponents: 'Pine Ridge', place: 'AWAY', league: 'on', result: sets([25, 17], [25, 22], [25, 19]) },
  { days: -16, time: '18:00', opponents: 'Gull Hill Prep', place: 'HOME', league: 'on', result: sets([25, 21], [23, 25], [25, 18], [25, 20]) },
  { days: -9, time: '17:30', opponents: 'Port Ellery', place: 'AWAY', league: 'on', result: sets([22, 25], [25, 19], [20, 25], [21, 25]) },
  { days: -1, time: '19:00', opponents: 'Saint Brendan', place: 'HOME', name: 'Coastal League final', league: 'on', result: sets([19, 25], [22, 25], [25, 20], [26, 24], [15, 13]) },
  { days: 4, time: '18:00', opponents: 'Marrow Bay', place: 'HOME', name: 'State tournament, first round' },
  { days: 6, time: '', opponents: 'Alder Creek', place: 'NEUTRAL', venue: 'Tidewater Recreation Center', name: 'State tournament, second round' },
]
const CROSS_COUNTRY: DemoGame[] = [
  {
    days: -6, time: '09:00', opponents: 'Pine Ridge\nPort Ellery\nSaint Brendan', place: 'NEUTRAL', venue: 'Gull Hill', name: 'Section finals', league: 'on',
    result: ([pine = '', port = '', brendan = '']) => ({
      form: 'meet',
      teams: [{ team: port, points: 61 }, { team: 'us', points: 79 }, { team: brendan, points: 94 }, { team: pine, points: 94 }],
      events: [{ name: 'Girls 3 miles', unit: 'time', relay: false, entries: [runner(4, 'Sunniva Dahl', '18:41'), runner(9, 'Marisol Vega', '19:02'), runner(14, 'Grace Oduya', '19:17'), runner(19, 'Hana Lindgren', '19:30'), runner(33, 'Beatriz Coll', '19:58')] }],
    }),
  },
  { days: 5, time: '10:00', opponents: 'Alder Creek\nMarrow Bay\nPort Ellery', place: 'NEUTRAL', venue: 'Marrow Bay Flats', name: 'State meet' },
]

/** Two teams with their seasons, as the sports desk would have kept them. Answers the game that a story shows. */
export async function seedSports({ editor, writers }: Cast): Promise<{ finalId: string }> {
  const section = await db().section.findUnique({ where: { slug: 'sports' }, select: { id: true } })
  done('Sports desk', await setSportsDesk(editor, { sectionId: section?.id ?? null, strip: true }))
  const year = schoolYear(new Date(), DEMO_PAPER.timeZone)
  const team = (sport: string, gender: string) => newTeamSchema.parse({ sport, gender, level: 'varsity', schoolYear: year, shortName: 'Harbor', colour: 'teal', league: 'Coastal League' })
  const volleyball = done('Volleyball', await addTeam(editor, team('volleyball', 'girls'))).teamId
  const [final] = (await season(volleyball, VOLLEYBALL, { editor })).slice(3)
  const roster = [player('2', 'Gia Moreau', 'Setter', '11'), player('4', 'Rosalind Achebe', 'Libero', '12'), player('7', 'Noa Kealoha', 'Middle blocker', '12'), player('9', 'Talia Brandt', 'Outside hitter', '10'), player('11', 'Jude Farrow', 'Opposite', '11'), player('14', 'Inge Solberg', 'Outside hitter', '12')]
  done('Roster', await keepRoster(editor, { teamId: volleyball, version: 1, players: roster }))
  const rows = [{ name: 'Saint Brendan', wins: 3, losses: 1, ties: 0 }, { name: 'Port Ellery', wins: 2, losses: 2, ties: 0 }, { name: 'Gull Hill Prep', wins: 1, losses: 3, ties: 0 }, { name: 'Pine Ridge', wins: 1, losses: 3, ties: 0 }]
  done('Table', await keepStandings(editor, { teamId: volleyball, version: 2, rows }))
  const running = done('Cross country', await addTeam(editor, team('crossCountry', 'girls'))).teamId
  await season(running, CROSS_COUNTRY, { editor })
  const runners = [player('', 'Marisol Vega', '', '11'), player('', 'Sunniva Dahl', '', '9'), player('', 'Grace Oduya', '', '12'), player('', 'Hana Lindgren', '', '10'), player('', 'Beatriz Coll', '', '11')]
  done('Runners', await keepRoster(writers.theo, { teamId: running, version: 1, players: runners }))
  if (final === undefined) throw new Error('The demo paper has no final.')
  return { finalId: final }
}

async function season(teamId: string, games: readonly DemoGame[], { editor }: Pick<Cast, 'editor'>): Promise<string[]> {
  const today = dayIn(new Date(), DEMO_PAPER.timeZone)
  const ids: string[] = []
  for (const { days, result, ...game } of games) {
    const { gameId } = done('Game', await addGame(editor, { ...gameSchema.parse({ ...game, date: daysAfter(today, days) }), teamId }))
    ids.push(gameId)
    if (result === undefined) continue
    const opponents = await db().sportsGameOpponent.findMany({ where: { gameId }, orderBy: { position: 'asc' }, select: { opponentId: true } })
    done('Result', await enterResult(editor, { gameId, version: 1, result: result(opponents.map(({ opponentId }) => opponentId)) }))
  }
  return ids
}
