import { teamName, gameTitle } from './words.ts'
import type { GameView, TeamHead, TeamView } from './view.ts'
import type { Language } from '../words/language.ts'

/** What search engines are told of a team's games: schema.org's SportsEvent. */

type Place = { origin: string; language: Language }

const STATUS = { ON: 'EventScheduled', POSTPONED: 'EventPostponed', CANCELLED: 'EventCancelled' } as const

function eventOf(game: GameView, team: TeamHead, { origin, language }: Place): Record<string, unknown> {
  const us = { '@type': 'SportsTeam', name: `${team.shortName} ${teamName(team, language)}`, url: `${origin}/scores/${team.slug}` }
  const others = game.opponents.map(({ name }) => ({ '@type': 'SportsTeam', name }))
  const [only] = others
  const sides = others.length !== 1 || only === undefined || game.place === 'NEUTRAL' ? { competitor: [us, ...others] } : game.place === 'HOME' ? { homeTeam: us, awayTeam: only } : { homeTeam: only, awayTeam: us }
  const host = game.place === 'AWAY' ? (game.opponents[0]?.name ?? game.name) : team.shortName
  return {
    '@context': 'https://schema.org',
    '@type': 'SportsEvent',
    name: game.name === '' ? `${team.shortName} ${gameTitle(game, language)}` : game.name,
    sport: teamName(team, language),
    startDate: game.timed ? game.at : game.at.slice(0, 10),
    eventStatus: `https://schema.org/${STATUS[game.call]}`,
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: game.venue === '' ? host : game.venue },
    url: `${origin}/scores/${team.slug}`,
    ...sides,
  }
}

/** Every game of a team as an event. */
export function sportsEvents({ team, games }: Pick<TeamView, 'team' | 'games'>, place: Place): Record<string, unknown>[] {
  return games.map((game) => eventOf(game, team, place))
}
