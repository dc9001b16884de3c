import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import type { DeskTeam } from '#server/sports/queries.ts'
import { RowsForm } from './rows-form.client.tsx'
import { TeamForm } from './team-forms.tsx'

type Props = { team: DeskTeam; actions: Record<'roster' | 'standings' | 'change' | 'remove', FormAction> }

const ROSTER = [
  { key: 'number', label: 'No.', numeric: true },
  { key: 'name', label: 'Name', wide: true },
  { key: 'position', label: 'Position', wide: true },
  { key: 'grade', label: 'Grade', numeric: true },
]
const TABLE = [
  { key: 'name', label: 'Team', wide: true },
  { key: 'wins', label: 'Wins', numeric: true },
  { key: 'losses', label: 'Losses', numeric: true },
  { key: 'ties', label: 'Ties', numeric: true },
]

/** Roster, league table and words of a team, to be changed by who keeps scores, and to be read by all. */
export function TeamLists({ team: { id, version, team, roster, standings, games, may }, actions }: Props) {
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <section aria-labelledby="roster">
        <h2 id="roster" className="mb-2 font-serif text-xl font-semibold">
          Roster
        </h2>
        <p className="mb-3 text-sm text-soft">Readers see names as the paper’s rules on names say, and never a name of the opt-out list.</p>
        {may.keep ? (
          <RowsForm action={actions.roster} teamId={id} version={version} name="players" columns={ROSTER} rows={roster} submit="Save the roster" add="Add a line" />
        ) : (
          <ul className="divide-y divide-rule text-sm">
            {roster.map(({ name, number }, index) => (
              <li key={index} className="py-1">
                {number} {name}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="table">
        <h2 id="table" className="mb-2 font-serif text-xl font-semibold">
          League table
        </h2>
        <p className="mb-3 text-sm text-soft">The other teams. {team.shortName} is counted from its league games. Empty: no table is shown.</p>
        {may.keep && <RowsForm action={actions.standings} teamId={id} version={version} name="rows" columns={TABLE} rows={standings.map(({ name, wins, losses, ties }) => ({ name, wins: String(wins), losses: String(losses), ties: String(ties) }))} submit="Save the table" add="Add a team" />}
      </section>
      {may.keep && (
        <section aria-labelledby="words">
          <h2 id="words" className="mb-3 font-serif text-xl font-semibold">
            Name, colour, league
          </h2>
          <TeamForm action={actions.change} teamId={id} version={version} team={team} />
          {games.length === 0 && (
            <ActionForm action={actions.remove} submit="Remove this team" tone="button-danger" className="mt-6">
              <input type="hidden" name="teamId" value={id} />
              <input type="hidden" name="version" value={version} />
            </ActionForm>
          )}
        </section>
      )}
    </div>
  )
}
