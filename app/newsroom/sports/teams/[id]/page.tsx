import { NotHere } from '#components/newsroom/forbidden.tsx'
import { GameForm } from '#components/newsroom/sports/game-form.tsx'
import { GameLines } from '#components/newsroom/sports/game-lines.tsx'
import { TeamLists } from '#components/newsroom/sports/team-lists.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { rulesOf } from '#domain/sports/kinds.ts'
import { teamName } from '#domain/sports/words.ts'
import { requireActor } from '#server/auth/actor.ts'
import { deskTeam } from '#server/sports/queries.ts'
import { addGameAction, changeTeamAction, removeTeamAction, rosterAction, standingsAction } from '../../actions.ts'

export default async function TeamDeskPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, actor] = [await params, await requireActor()]
  const found = /^[0-9a-f-]{36}$/.test(id) ? await deskTeam(actor, id) : null
  if (found === null) return <NotHere />
  const { team, games, may, timeZone, opponents } = found
  return (
    <>
      <title>{`${teamName(team, 'en')} · Newsroom`}</title>
      <PageHeader
        title={teamName(team, 'en')}
        lead={`${team.schoolYear}${team.league === '' ? '' : `, ${team.league}`}`}
        action={
          <span className="flex flex-wrap gap-2">
            <a href="/newsroom/sports" className="button">
              All teams
            </a>
            <a href={`/scores/${team.slug}`} className="button">
              As readers see it
            </a>
          </span>
        }
      />
      {!may.keep && <p className="mb-6 text-sm text-soft">{may.reason}</p>}
      <section aria-labelledby="schedule" className="mb-8">
        <h2 id="schedule" className="mb-2 font-serif text-xl font-semibold">
          Schedule
        </h2>
        {games.length === 0 ? <p className="text-soft">No game has been added yet.</p> : <GameLines games={games} timeZone={timeZone} enter={may.keep} />}
        {may.keep && (
          <details className="panel mt-4" open={games.length === 0}>
            <summary className="cursor-pointer py-1 font-semibold">Add a game</summary>
            <div className="pt-4">
              <GameForm action={addGameAction} submit="Add the game" of={{ teamId: found.id }} meet={rulesOf(team.sport).form === 'meet'} opponents={opponents} timeZone={timeZone} league={team.league !== ''} />
            </div>
          </details>
        )}
      </section>
      <TeamLists team={found} actions={{ roster: rosterAction, standings: standingsAction, change: changeTeamAction, remove: removeTeamAction }} />
    </>
  )
}
