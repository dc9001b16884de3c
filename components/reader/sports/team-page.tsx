import { hasRecord, recordText, shareText } from '#domain/sports/standings.ts'
import type { GameView, TeamView } from '#domain/sports/view.ts'
import { gameDay, gameTime, gameTitle, outcomeText, teamName } from '#domain/sports/words.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'
import { WideTable } from '#components/story/wide-table.tsx'
import { ResultDetail } from './result-detail.tsx'
import { RosterTable } from './roster-table.tsx'

type Props = { view: TeamView; timeZone: string; language: Language }

/** One team: record, schedule with results, the results in full, standings, roster. */
export function TeamPage({ view, timeZone, language }: Props) {
  const { team, games, overall, inLeague, roster, standings } = view
  const words = wordsOf(language).sports
  const played = games.filter(({ result }) => result !== null).toReversed()
  const inDetail = played.filter(({ result }) => result !== null && (result.form !== 'periods' || result.periods.length > 0))
  return (
    <article className="scores-page">
      <header className="team-head" data-colour={team.colour}>
        <p className="team-kicker">
          <a href="/scores">{words.scores}</a> · {team.schoolYear}
        </p>
        <h1>{teamName(team, language)}</h1>
        <p className="team-record">
          {hasRecord(overall) && words.recordWords(recordText(overall))}
          {team.league !== '' && hasRecord(inLeague) && `, ${words.inLeague(recordText(inLeague))}`}
          {team.league !== '' && hasRecord(overall) && ' · '}
          {team.league !== '' && <span dir="auto">{team.league}</span>}
        </p>
      </header>
      <section aria-labelledby="schedule">
        <h2 id="schedule">{words.schedule}</h2>
        {games.length === 0 ? <p>{words.noGames}</p> : <Schedule games={games} details={inDetail} timeZone={timeZone} language={language} />}
      </section>
      <div className="team-columns">
        {standings.length > 0 && <Standings view={view} language={language} />}
        {roster.length > 0 && <RosterTable roster={roster} words={words} />}
      </div>
      {inDetail.length > 0 && (
        <section aria-labelledby="results">
          <h2 id="results">{words.results}</h2>
          <div className="team-results">
            {inDetail.map((game) => (
              <section key={game.id} id={`game-${game.id}`} className="team-result" aria-labelledby={`game-${game.id}-name`}>
                <h3 id={`game-${game.id}-name`}>
                  <span dir="auto">{gameTitle(game, language)}</span>
                  <span className="score-aside">
                    {gameDay(game, timeZone, language)} · {outcomeText(game, language)}
                  </span>
                </h3>
                <ResultDetail team={team} game={game} language={language} />
              </section>
            ))}
          </div>
        </section>
      )}
    </article>
  )
}

function Schedule({ games, details, timeZone, language }: { games: readonly GameView[]; details: readonly GameView[]; timeZone: string; language: Language }) {
  const words = wordsOf(language).sports
  return (
    <table className="score-table schedule-table">
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.opponent}</th>
          <th scope="col">{words.where}</th>
          <th scope="col">{words.result}</th>
        </tr>
      </thead>
      <tbody>
        {games.map((game) => (
          <tr key={game.id}>
            <td>
              <time dateTime={game.timed ? game.at : game.at.slice(0, 10)}>{gameDay(game, timeZone, language)}</time>
            </td>
            <th scope="row" dir="auto">
              {gameTitle(game, language)}
              {game.name !== '' && game.opponents.length === 1 && <span className="score-aside">{game.name}</span>}
              {game.league && <span className="score-aside">{game.opponents.length === 1 ? words.leagueGame : words.leagueMeet}</span>}
            </th>
            <td dir="auto">{game.venue !== '' ? game.venue : game.place === 'HOME' ? words.home : game.place === 'AWAY' ? words.away : words.neutral}</td>
            <td>
              <Standing game={game} linked={details.includes(game)} timeZone={timeZone} language={language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Standing({ game, linked, timeZone, language }: { game: GameView; linked: boolean; timeZone: string; language: Language }) {
  const words = wordsOf(language).sports
  const text = outcomeText(game, language)
  if (text !== null) return <b className="score-number">{linked ? <a href={`#game-${game.id}`}>{text}</a> : text}</b>
  if (game.call !== 'ON') return <>{game.call === 'POSTPONED' ? words.postponed : words.cancelled}</>
  return <>{gameTime(game, timeZone, language) ?? words.timeLater}</>
}

function Standings({ view: { standings, team }, language }: { view: TeamView; language: Language }) {
  const words = wordsOf(language).sports
  const hasTies = standings.some(({ ties }) => ties > 0)
  return (
    <section aria-labelledby="standings">
      <h2 id="standings" dir="auto">{words.standingsOf(team.league)}</h2>
      <WideTable label={words.standings}>
        <table className="score-table">
          <thead>
            <tr>
              <th scope="col">{words.rank}</th>
              <th scope="col">{words.team}</th>
              <th scope="col" className="score-number">{words.wins}</th>
              <th scope="col" className="score-number">{words.losses}</th>
              {hasTies && <th scope="col" className="score-number">{words.ties}</th>}
              <th scope="col" className="score-number">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {standings.map((row) => (
              <tr key={row.name} data-us={row.us}>
                <td>{row.rank}</td>
                <th scope="row" dir="auto">{row.name}</th>
                <td className="score-number">{row.wins}</td>
                <td className="score-number">{row.losses}</td>
                {hasTies && <td className="score-number">{row.ties}</td>}
                <td className="score-number">{shareText(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="score-note">{words.standingsNote}</p>
    </section>
  )
}
