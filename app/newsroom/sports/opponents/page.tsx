import { ActionForm } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { opponentList } from '#server/sports/queries.ts'
import { renameOpponentAction } from '../actions.ts'

export default async function OpponentsPage() {
  const opponents = await opponentList(await requireActor())
  return (
    <>
      <title>Opponents · Newsroom</title>
      <PageHeader title="Opponents" lead="Everybody who was ever entered in a game or a table. A new name stands everywhere at once." action={<a href="/newsroom/sports" className="button">All teams</a>} />
      {opponents.length === 0 ? (
        <p className="text-soft">There is none yet, or none for you to rename.</p>
      ) : (
        <ul className="max-w-2xl divide-y divide-rule border-y border-rule">
          {opponents.map(({ id, name, games }) => (
            <li key={id}>
              <details className="py-1">
                <summary className="cursor-pointer py-2">
                  <span className="font-semibold">{name}</span> <span className="text-sm text-soft">{games === 1 ? '1 game' : `${games} games`}</span>
                </summary>
                <div className="p-3">
                  <ActionForm action={renameOpponentAction} submit="Rename" tone="">
                    <input type="hidden" name="opponentId" value={id} />
                    <TextField name="name" label={`New name of ${name}`} defaultValue={name} required autoComplete="off" />
                  </ActionForm>
                </div>
              </details>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
