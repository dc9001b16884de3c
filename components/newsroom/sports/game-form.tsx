import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField, SelectField, TextArea, TextField } from '#components/ui/fields.client.tsx'
import type { Call, Place } from '#domain/sports/kinds.ts'

export type GameValues = { id: string; version: number; date: string; time: string; opponents: string; place: Place; venue: string; name: string; league: boolean; call: Call }
type Props = { action: FormAction; submit: string; of: { teamId: string } | { game: GameValues }; meet: boolean; opponents: readonly string[]; timeZone: string; league: boolean }

/** A game of the schedule: when, against whom, where. `meet`: several teams may come; `league`: whether the team is in one. */
export function GameForm({ action, submit, of, meet, opponents, timeZone, league }: Props) {
  const game = 'game' in of ? of.game : undefined
  return (
    <ActionForm action={action} submit={submit} className="flex max-w-prose flex-col gap-4">
      {'teamId' in of ? <input type="hidden" name="teamId" value={of.teamId} /> : <input type="hidden" name="gameId" value={of.game.id} />}
      {game !== undefined && <input type="hidden" name="version" value={game.version} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="date" label="Day" type="date" defaultValue={game?.date} required />
        <TextField name="time" label="Time" type="time" hint={`On the clocks of ${timeZone.split('/').at(-1)?.replaceAll('_', ' ')}. Empty: to come.`} defaultValue={game?.time} />
      </div>
      {meet ? (
        <TextArea name="opponents" label="Teams that come" hint="One a line." rows={3} defaultValue={game?.opponents} />
      ) : (
        <TextField name="opponents" label="Opponent" list="known-opponents" defaultValue={game?.opponents} required autoComplete="off" />
      )}
      <datalist id="known-opponents">
        {opponents.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField name="place" label="Where" defaultValue={game?.place ?? 'HOME'}>
          <option value="HOME">Home</option>
          <option value="AWAY">Away</option>
          <option value="NEUTRAL">Neither</option>
        </SelectField>
        <TextField name="venue" label="Place" hint="If it needs saying." defaultValue={game?.venue} maxLength={80} autoComplete="off" />
      </div>
      <TextField name="name" label="Name of the event" hint="Such as “League final”. Mostly empty." defaultValue={game?.name} maxLength={80} autoComplete="off" />
      {league && <CheckField name="league" label="Counts for the league" defaultChecked={game?.league ?? !meet} />}
      {game !== undefined && (
        <SelectField name="call" label="It is" defaultValue={game.call}>
          <option value="ON">On</option>
          <option value="POSTPONED">Postponed</option>
          <option value="CANCELLED">Canceled</option>
        </SelectField>
      )}
    </ActionForm>
  )
}
