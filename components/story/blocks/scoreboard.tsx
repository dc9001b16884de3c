import type { ScoreLine } from '#domain/sports/view.ts'
import { gameDay, gameTime, gameTitle, outcomeText, teamName } from '#domain/sports/words.ts'
import type { LiveParts } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { LineScore } from '../line-score.tsx'
import { WideTable } from '../wide-table.tsx'

/** A game with its score as it is now; nothing where it was taken away. */
export function ScoreboardBlock({ line, live: { timeZone, language } }: { line: ScoreLine | undefined; live: LiveParts }) {
  if (line === undefined) return null
  const { team, game } = line
  const words = wordsOf(language).sports
  const { result } = game
  const hasLines = result !== null && (result.form === 'sets' || (result.form === 'periods' && result.periods.length > 0))
  const call = game.call === 'POSTPONED' ? words.postponed : game.call === 'CANCELLED' ? words.cancelled : (gameTime(game, timeZone, language) ?? words.timeLater)
  return (
    <aside className="scoreboard" aria-label={words.scoreboard} data-colour={team.colour}>
      <p className="scoreboard-kicker">
        {teamName(team, language)} · {gameDay(game, timeZone, language)}
        {game.name !== '' && <span dir="auto"> · {game.name}</span>}
      </p>
      {hasLines ? (
        <WideTable label={gameTitle(game, language)}>
          <LineScore team={team} game={game} language={language} />
        </WideTable>
      ) : (
        <p className="scoreboard-line">
          <span dir="auto">
            {team.shortName} {gameTitle(game, language)}
          </span>
          <b>{outcomeText(game, language) ?? call}</b>
        </p>
      )}
      <p className="scoreboard-more">
        <a href={`/scores/${team.slug}`}>{words.more}</a>
      </p>
    </aside>
  )
}
