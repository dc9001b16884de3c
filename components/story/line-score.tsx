import { outcomeOf } from '#domain/sports/outcome.ts'
import type { GameView, TeamHead } from '#domain/sports/view.ts'
import { gameTitle, periodNames } from '#domain/sports/words.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

type Row = { name: string; parts: (number | null)[]; total: number; won: boolean }

/** A game of two sides by quarters, innings or sets, with its total; for other sports see result-detail.tsx. */
export function LineScore({ team, game, language }: { team: TeamHead; game: GameView; language: Language }) {
  const words = wordsOf(language).sports
  const { result } = game
  if (result === null || (result.form !== 'periods' && result.form !== 'sets')) return null
  const outcome = outcomeOf(result, false)
  const parts = result.form === 'sets' ? result.sets : result.periods
  const names = result.form === 'sets' ? parts.map((_, index) => words.set(String(index + 1))) : periodNames(team.sport, parts.length, language)
  const row = (side: 'us' | 'them', name: string): Row => ({ name, parts: parts.map((part) => part[side]), total: outcome.score?.[side] ?? 0, won: outcome.winner === side })
  const rows = [row('us', team.shortName), row('them', game.opponents[0]?.name ?? '')]
  // The guest stands above, as on a board.
  const shown = game.place === 'AWAY' ? rows : rows.toReversed()
  return (
    <table className="score-table line-score">
      <caption className="score-hidden">{gameTitle(game, language)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.team}</th>
          {names.map((name, index) => (
            <th key={index} scope="col" className="score-number">
              {name}
            </th>
          ))}
          <th scope="col" className="score-number">
            {result.form === 'sets' ? words.setsWon : words.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ name, parts: points, total, won }, index) => (
          <tr key={index} data-won={won}>
            <th scope="row" dir="auto">
              {name}
            </th>
            {points.map((point, column) => (
              <td key={column} className="score-number">
                {point ?? '×'}
              </td>
            ))}
            <td className="score-number score-total">{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
