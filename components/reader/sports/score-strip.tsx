import type { ScoreLine } from '#domain/sports/view.ts'
import { gameDay, gameTime, teamName } from '#domain/sports/words.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'

/** The latest scores and the next games in one line that scrolls, by keyboard too; nothing where there are none. */
export function ScoreStrip({ lines, paper }: { lines: readonly ScoreLine[]; paper: PaperView }) {
  if (lines.length === 0) return null
  const words = wordsOf(paper.language).sports
  return (
    <section className="score-strip" aria-label={words.strip}>
      <ul>
        {lines.map((line) => (
          <li key={line.game.id}>
            <StripGame line={line} paper={paper} />
          </li>
        ))}
      </ul>
      <a href="/scores" className="score-strip-all">
        {words.allScores}
      </a>
    </section>
  )
}

function StripGame({ line: { team, game }, paper: { timeZone, language } }: { line: ScoreLine; paper: PaperView }) {
  const words = wordsOf(language).sports
  const { outcome } = game
  const score = outcome?.score ?? null
  const them = game.opponents.length === 1 ? (game.opponents[0]?.name ?? '') : game.name
  return (
    <a href={`/scores/${team.slug}`} className="strip-game">
      <span className="strip-kicker">
        {teamName(team, language, { short: true })} · {outcome === null ? gameDay(game, timeZone, language) : words.final}
      </span>
      <span className="strip-line" data-won={outcome?.winner === 'us'}>
        <span dir="auto">{team.shortName}</span>
        {score !== null && <b>{score.us}</b>}
        {score === null && outcome !== null && outcome.rank !== null && <b>{words.placed(String(outcome.rank), String(outcome.of))}</b>}
      </span>
      <span className="strip-line" data-won={outcome?.winner === 'them'}>
        <span dir="auto">{them}</span>
        {score !== null ? <b>{score.them}</b> : outcome === null && <span>{gameTime(game, timeZone, language) ?? ''}</span>}
      </span>
    </a>
  )
}
