'use client'

import { emptyEntry, type EntryDraft, type EventDraft } from '#domain/sports/draft.ts'
import { MARK_UNITS, type MarkUnit } from '#domain/sports/marks.ts'
import { Box, FieldProblems } from './field-problems.client.tsx'
import type { MeetTeamName } from './meet-fields.client.tsx'
import { replaced } from './score-boxes.client.tsx'

const UNIT_NAMES: Record<MarkUnit, string> = { time: 'Time, 1:52.30', metric: 'Metres, 6.42', imperial: 'Feet and inches, 5-10.5', points: 'Points or strokes' }

type Props = { event: EventDraft; at: string; number: number; teams: readonly MeetTeamName[]; athletes: string; /** null takes the event out. */ onChange: (event: EventDraft | null) => void }

/** One event of a meet: what it is, and a line for each who is told of. */
export function EventFields({ event, at, number, teams, athletes, onChange }: Props) {
  const unitOf = (value: string) => MARK_UNITS.find((one) => one === value) ?? event.unit
  return (
    <fieldset className="flex flex-col gap-3 border-t border-strong pt-3">
      <legend className="sr-only">Event {number}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <Box label={`Event ${number}`} value={event.name} at={`${at}.name`} wide numeric={false} onChange={(name) => onChange({ ...event, name })} />
        <label className="flex flex-col gap-1 text-sm">
          <span className="font-semibold">Marks are</span>
          <select className="control min-h-11 w-auto" value={event.unit} onChange={({ target: { value } }) => onChange({ ...event, unit: unitOf(value) })}>
            {MARK_UNITS.map((unit) => (
              <option key={unit} value={unit}>
                {UNIT_NAMES[unit]}
              </option>
            ))}
          </select>
        </label>
        <label className="flex min-h-11 items-center gap-2 text-sm">
          <input type="checkbox" className="size-5 accent-accent" checked={event.relay} onChange={({ target: { checked } }) => onChange({ ...event, relay: checked })} />
          Relay
        </label>
        <button type="button" className="button button-small min-h-11" onClick={() => onChange(null)}>
          Remove event {number}
        </button>
      </div>
      <FieldProblems name={`${at}.name`} />
      {event.entries.map((entry, index) => (
        <EntryFields
          key={index}
          entry={entry}
          relay={event.relay}
          at={`${at}.entries.${index}`}
          teams={teams}
          athletes={athletes}
          onChange={(one) => onChange({ ...event, entries: one === null ? event.entries.filter((_, line) => line !== index) : replaced(event.entries, index, one) })}
        />
      ))}
      <FieldProblems name={`${at}.entries`} />
      <div>
        <button type="button" className="button button-small min-h-11" onClick={() => onChange({ ...event, entries: [...event.entries, emptyEntry()] })}>
          Add a line
        </button>
      </div>
    </fieldset>
  )
}

type EntryProps = { entry: EntryDraft; relay: boolean; at: string; teams: readonly MeetTeamName[]; athletes: string; onChange: (entry: EntryDraft | null) => void }

function EntryFields({ entry, relay, at, teams, athletes, onChange }: EntryProps) {
  return (
    <div role="group" aria-label={`Line ${Number(at.split('.').at(-1)) + 1}`} className="flex flex-col gap-1 border-t border-rule pt-2">
      <div className="flex flex-wrap items-end gap-2">
        <Box label="Place" value={entry.place} at={`${at}.place`} onChange={(place) => onChange({ ...entry, place })} />
        {teams.length > 1 && (
          <label className="flex flex-col gap-1 text-sm">
            <span className="font-semibold">Team</span>
            <select className="control min-h-11 w-auto max-w-40" value={entry.team} onChange={({ target: { value } }) => onChange({ ...entry, team: value })}>
              {teams.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <Box label={relay ? 'Legs, commas between' : 'Athlete'} value={entry.athletes[0] ?? ''} at={`${at}.athletes`} wide numeric={false} {...(relay ? {} : { list: athletes })} onChange={(name) => onChange({ ...entry, athletes: [name] })} />
        <Box label="Mark" value={entry.mark} at={`${at}.mark`} wide numeric={false} onChange={(mark) => onChange({ ...entry, mark })} />
        {relay && <Box label="Times of the legs" value={entry.splits[0] ?? ''} at={`${at}.splits`} wide numeric={false} onChange={(splits) => onChange({ ...entry, splits: [splits] })} />}
        <Box label="Points" value={entry.points} at={`${at}.points`} onChange={(points) => onChange({ ...entry, points })} />
        <button type="button" className="button button-small min-h-11" onClick={() => onChange(null)}>
          Remove
        </button>
      </div>
      {['place', 'team', 'athletes', 'mark', 'splits', 'points'].map((part) => (
        <FieldProblems key={part} name={`${at}.${part}`} />
      ))}
    </div>
  )
}
