import { gameDay, gameTime, gameTitle, outcomeText, teamName } from '#domain/sports/words.ts'
import type { DeskGame } from '#server/sports/queries.ts'

type Props = { games: readonly DeskGame[]; timeZone: string; /** Whether each line says whose game it is. */ withTeam?: boolean; enter: boolean }

/** Games a line each, with what they came to, or the way to enter it. */
export function GameLines({ games, timeZone, withTeam = false, enter }: Props) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {games.map((game) => {
        const came = outcomeText(game, 'en')
        const call = game.call === 'POSTPONED' ? 'Postponed' : game.call === 'CANCELLED' ? 'Canceled' : null
        return (
          <li key={game.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
            <div className="min-w-0 flex-1 basis-56">
              <a href={`/newsroom/sports/games/${game.id}`} className="inline-block py-1 font-semibold break-words hover:underline">
                {gameTitle(game, 'en')}
              </a>
              <p className="text-sm text-soft">
                {withTeam && `${teamName(game.team, 'en')} · `}
                {gameDay(game, timeZone, 'en')}, {gameTime(game, timeZone, 'en') ?? 'time to come'}
                {game.name !== '' && ` · ${game.name}`}
              </p>
            </div>
            <p className="text-sm font-semibold tabular-nums">{came ?? call}</p>
            {came === null && call === null && enter && (
              <a href={`/newsroom/sports/games/${game.id}`} className="button min-h-11">
                Enter the result<span className="sr-only"> of {gameTitle(game, 'en')}</span>
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}
