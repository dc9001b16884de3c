import { GameLines } from '#components/newsroom/sports/game-lines.tsx'
import { DeskForm, NewTeamForm } from '#components/newsroom/sports/team-forms.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { teamName } from '#domain/sports/words.ts'
import { requireActor } from '#server/auth/actor.ts'
import { sectionChoices } from '#server/settings/queries.ts'
import { sportsDesk } from '#server/sports/queries.ts'
import { addTeamAction, deskAction } from './actions.ts'

export default async function SportsPage() {
  const actor = await requireActor()
  const [{ teams, waiting, settings, may, timeZone, year }, sections] = await Promise.all([sportsDesk(actor), sectionChoices(actor)])
  const years = [...new Set(teams.map(({ team }) => team.schoolYear))]
  return (
    <>
      <title>Sports · Newsroom</title>
      <PageHeader
        title="Sports"
        lead="Teams, schedules, results and rosters. What is saved here is before readers at once."
        action={
          may.keep ? (
            <a href="/newsroom/sports/opponents" className="button">
              Opponents
            </a>
          ) : undefined
        }
      />
      {!may.keep && <p className="mb-6 text-sm text-soft">{may.reason}</p>}
      {waiting.length > 0 && (
        <section aria-labelledby="waiting" className="mb-8">
          <h2 id="waiting" className="mb-2 font-serif text-xl font-semibold">
            Played, and without a result
          </h2>
          <GameLines games={waiting} timeZone={timeZone} withTeam enter={may.keep} />
        </section>
      )}
      {teams.length === 0 && <p className="mb-6 text-soft">No team has been added yet.</p>}
      {years.map((one) => (
        <section key={one} aria-labelledby={`year-${one}`} className="mb-8">
          <h2 id={`year-${one}`} className="mb-2 font-serif text-xl font-semibold">
            {one}
          </h2>
          <ul className="divide-y divide-rule border-y border-rule">
            {teams
              .filter(({ team }) => team.schoolYear === one)
              .map(({ id, team, record, games }) => (
                <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
                  <a href={`/newsroom/sports/teams/${id}`} className="inline-block py-1 font-semibold hover:underline">
                    {teamName(team, 'en')}
                  </a>
                  <p className="text-sm text-soft tabular-nums">
                    {record !== '' && `${record} · `}
                    {games === 1 ? '1 game' : `${games} games`}
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {may.keep && (
        <details className="panel mb-4" open={teams.length === 0}>
          <summary className="cursor-pointer py-1 font-semibold">Add a team</summary>
          <div className="pt-4">
            <NewTeamForm action={addTeamAction} year={year} shortName={teams[0]?.team.shortName} />
          </div>
        </details>
      )}
      {may.set && (
        <details className="panel">
          <summary className="cursor-pointer py-1 font-semibold">Settings of the sports desk</summary>
          <div className="pt-4">
            <DeskForm action={deskAction} sections={sections} settings={settings} />
          </div>
        </details>
      )}
    </>
  )
}
