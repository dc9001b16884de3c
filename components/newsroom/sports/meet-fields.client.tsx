'use client'

import { emptyEvent, type MeetDraft } from '#domain/sports/draft.ts'
import type { MarkUnit } from '#domain/sports/marks.ts'
import { Box, FieldProblems } from './field-problems.client.tsx'
import { EventFields } from './event-fields.client.tsx'
import { replaced } from './score-boxes.client.tsx'

export type MeetTeamName = { id: string; name: string }
type Props = { draft: MeetDraft; teams: readonly MeetTeamName[]; unit: MarkUnit; athletes: string; onChange: (draft: MeetDraft) => void }

/** The points of the teams, which are enough, and the events with places, marks and relays. */
export function MeetFields({ draft, teams, unit, athletes, onChange }: Props) {
  const nameOf = (team: string) => teams.find(({ id }) => id === team)?.name ?? team
  return (
    <>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-semibold">Team points</legend>
        {draft.teams.map((team, index) => (
          <div key={team.team} className="flex flex-col gap-1">
            <div className="flex items-end gap-3">
              <span className="w-40 pb-3 text-sm" aria-hidden="true">{nameOf(team.team)}</span>
              <Box label={`Points of ${nameOf(team.team)}`} hideLabel value={team.points} at={`teams.${index}`} onChange={(points) => onChange({ ...draft, teams: replaced(draft.teams, index, { ...team, points }) })} />
            </div>
            <FieldProblems name={`teams.${index}`} />
          </div>
        ))}
        <FieldProblems name="teams" />
      </fieldset>
      {draft.events.map((event, index) => (
        <EventFields
          key={index}
          event={event}
          at={`events.${index}`}
          number={index + 1}
          teams={teams}
          athletes={athletes}
          onChange={(one) => onChange({ ...draft, events: one === null ? draft.events.filter((_, at) => at !== index) : replaced(draft.events, index, one) })}
        />
      ))}
      <div>
        <button type="button" className="button button-small min-h-11" onClick={() => onChange({ ...draft, events: [...draft.events, emptyEvent(draft.events.at(-1)?.unit ?? unit)] })}>
          Add an event
        </button>
      </div>
    </>
  )
}
