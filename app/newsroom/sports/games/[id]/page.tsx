import { NotHere } from '#components/newsroom/forbidden.tsx'
import { GameForm } from '#components/newsroom/sports/game-form.tsx'
import { ResultForm } from '#components/newsroom/sports/result-form.client.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { rulesOf } from '#domain/sports/kinds.ts'
import { gameDay, gameTime, gameTitle, outcomeText, teamName } from '#domain/sports/words.ts'
import { requireActor } from '#server/auth/actor.ts'
import { deskGameById } from '#server/sports/queries.ts'
import { changeGameAction, clearResultAction, removeGameAction, resultAction } from '../../actions.ts'

export default async function GameDeskPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, actor] = [await params, await requireActor()]
  const found = /^[0-9a-f-]{36}$/.test(id) ? await deskGameById(actor, id) : null
  if (found === null) return <NotHere />
  const { game, sport, result, date, time, timeZone, may, opponents, athletes } = found
  const title = `${game.team.shortName} ${gameTitle(game, 'en')}`
  const isMeet = rulesOf(sport).form === 'meet'
  const values = { id: game.id, version: game.version, date, time, opponents: game.opponents.map(({ name }) => name).join(isMeet ? '\n' : ', '), place: game.place, venue: game.venue, name: game.name, league: game.league, call: game.call }
  return (
    <>
      <title>{`${title} · Newsroom`}</title>
      <PageHeader
        title={title}
        lead={`${teamName(game.team, 'en')}, ${gameDay(game, timeZone, 'en', { long: true })}${time === '' ? '' : `, ${gameTime(game, timeZone, 'en')}`}`}
        action={
          <a href={`/newsroom/sports/teams/${game.teamId}`} className="button">
            The team
          </a>
        }
      />
      <section aria-labelledby="result" className="mb-8 max-w-3xl">
        <h2 id="result" className="mb-3 font-serif text-xl font-semibold">
          Result{result !== null && `: ${outcomeText(game, 'en')}`}
        </h2>
        {may.keep ? <ResultForm action={resultAction} game={game} us={game.team.shortName} sport={sport} result={result} athletes={athletes} /> : <p className="text-sm text-soft">{may.reason}</p>}
      </section>
      {may.keep && (
        <details className="panel max-w-3xl">
          <summary className="cursor-pointer py-1 font-semibold">Change when, where and against whom</summary>
          <div className="flex flex-col gap-6 pt-4">
            <GameForm action={changeGameAction} submit="Save the game" of={{ game: values }} meet={isMeet} opponents={opponents} timeZone={timeZone} league={game.team.league !== ''} />
            <ActionForm action={result === null ? removeGameAction : clearResultAction} submit={result === null ? 'Remove this game' : 'Take the result back'} tone="button-danger">
              <input type="hidden" name="gameId" value={game.id} />
              <input type="hidden" name="version" value={game.version} />
            </ActionForm>
          </div>
        </details>
      )}
    </>
  )
}
