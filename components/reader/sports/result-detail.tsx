import { matchWinner, teamPlaces } from '#domain/sports/outcome.ts'
import type { MatchesResult, MeetResult, MeetTeam } from '#domain/sports/result.ts'
import { rulesOf } from '#domain/sports/kinds.ts'
import type { GameView, TeamHead } from '#domain/sports/view.ts'
import { gameTitle, rankText } from '#domain/sports/words.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'
import { LineScore } from '#components/story/line-score.tsx'
import { WideTable } from '#components/story/wide-table.tsx'
import { MeetEvents } from './meet-events.tsx'

type Props = { team: TeamHead; game: GameView; language: Language }

/** All that is known of a game that was played. */
export function ResultDetail({ team, game, language }: Props) {
  const { result } = game
  if (result === null) return null
  const nameOf = (one: MeetTeam) => (one === 'us' ? team.shortName : (game.opponents.find(({ id }) => id === one)?.name ?? ''))
  const label = gameTitle(game, language)
  switch (result.form) {
    case 'periods':
    case 'sets':
      return (
        <WideTable label={label}>
          <LineScore team={team} game={game} language={language} />
        </WideTable>
      )
    case 'matches':
      return (
        <WideTable label={label}>
          <Matches result={result} us={team.shortName} them={game.opponents[0]?.name ?? ''} language={language} />
        </WideTable>
      )
    case 'meet': {
      const rules = rulesOf(team.sport)
      return (
        <>
          <TeamPoints result={result} lowWins={rules.form === 'meet' && rules.lowWins} nameOf={nameOf} language={language} />
          <MeetEvents events={result.events} nameOf={nameOf} language={language} />
        </>
      )
    }
  }
}

function Matches({ result, us, them, language }: { result: MatchesResult; us: string; them: string; language: Language }) {
  const words = wordsOf(language).sports
  return (
    <table className="score-table">
      <thead>
        <tr>
          <th scope="col">{words.match}</th>
          <th scope="col" dir="auto">{us}</th>
          <th scope="col" dir="auto">{them}</th>
          <th scope="col">{words.sets}</th>
          <th scope="col">{words.winner}</th>
        </tr>
      </thead>
      <tbody>
        {result.matches.map((match, index) => {
          const winner = matchWinner(match)
          return (
            <tr key={index}>
              <th scope="row">{match.name}</th>
              <td dir="auto">{match.ours}</td>
              <td dir="auto">{match.theirs}</td>
              <td className="score-number">
                {match.sets.map((set) => `${set.us}-${set.them}`).join(', ')}
                {match.given !== null && ` ${words.given}`}
              </td>
              <td dir="auto">{winner === 'us' ? us : winner === 'them' ? them : words.tied}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function TeamPoints({ result, lowWins, nameOf, language }: { result: MeetResult; lowWins: boolean; nameOf: (team: MeetTeam) => string; language: Language }) {
  const words = wordsOf(language).sports
  const places = teamPlaces(result, lowWins)
  if (places.length === 0) return null
  return (
    <table className="score-table score-table-narrow">
      <caption>{words.teamPoints}</caption>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.team}</th>
          <th scope="col" className="score-number">{words.points}</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ team, points, rank }) => (
          <tr key={team} data-us={team === 'us'}>
            <td>{rankText(rank, language)}</td>
            <th scope="row" dir="auto">{nameOf(team)}</th>
            <td className="score-number">{points}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
