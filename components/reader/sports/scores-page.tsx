import { hasRecord, recordText } from '#domain/sports/standings.ts'
import type { ScoresView } from '#domain/sports/view.ts'
import { gameDay, gameTime, gameTitle, outcomeText, teamName } from '#domain/sports/words.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

/** All teams of a school year, each with its record, its last result and its next game. */
export function ScoresPage({ scores: { teams, schoolYear, years }, timeZone, language }: { scores: ScoresView; timeZone: string; language: Language }) {
  const words = wordsOf(language).sports
  return (
    <div className="scores-page">
      <h1 className="section-name">
        {words.scores}
        {schoolYear !== null && <span className="scores-year"> {schoolYear}</span>}
      </h1>
      {teams.length === 0 ? (
        <p className="empty-paper">{words.noTeams}</p>
      ) : (
        <table className="score-table schedule-table teams-table">
          <thead>
            <tr>
              <th scope="col">{words.team}</th>
              <th scope="col" className="score-number">{words.record}</th>
              <th scope="col">{words.last}</th>
              <th scope="col">{words.next}</th>
            </tr>
          </thead>
          <tbody>
            {teams.map(({ team, overall, last, next }) => (
              <tr key={team.slug}>
                <th scope="row" data-colour={team.colour}>
                  <a href={`/scores/${team.slug}`}>{teamName(team, language)}</a>
                </th>
                <td className="score-number">{hasRecord(overall) && recordText(overall)}</td>
                <td>
                  {last !== null && (
                    <>
                      <b>{outcomeText(last, language)}</b> <span dir="auto">{gameTitle(last, language)}</span>
                    </>
                  )}
                </td>
                <td>
                  {next !== null && (
                    <>
                      <span dir="auto">{gameTitle(next, language)}</span>, {gameDay(next, timeZone, language)} {gameTime(next, timeZone, language)}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {years.length > 1 && (
        <nav aria-label={words.years} className="scores-years">
          {years.map((year) => (
            <a key={year} href={`/scores/years/${year}`} {...(year === schoolYear ? { 'aria-current': 'page' as const } : {})}>
              {year}
            </a>
          ))}
        </nav>
      )}
    </div>
  )
}
