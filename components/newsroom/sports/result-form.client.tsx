'use client'

import { useId, useState } from 'react'
import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { draftOf, emptyDraft, typedResult, type ResultDraft } from '#domain/sports/draft.ts'
import { rulesOf, type Sport } from '#domain/sports/kinds.ts'
import type { GameResult } from '#domain/sports/result.ts'
import { MatchesFields } from './matches-fields.client.tsx'
import { MeetFields } from './meet-fields.client.tsx'
import { PeriodsFields, SetsFields } from './periods-fields.client.tsx'

type Props = {
  action: FormAction
  game: { id: string; version: number; opponents: readonly { id: string; name: string }[] }
  us: string
  sport: Sport
  result: GameResult | null
  athletes: readonly string[]
}

/** Takes what a game came to, in the form of its sport. */
export function ResultForm({ action, game, us, sport, result, athletes }: Props) {
  const ids = game.opponents.map(({ id }) => id)
  const [draft, setDraft] = useState<ResultDraft>(() => (result === null ? emptyDraft(sport, ids) : draftOf(result, sport, ids)))
  const list = useId()
  return (
    <ActionForm action={action} submit={result === null ? 'Publish the result' : 'Publish the change'}>
      <input type="hidden" name="gameId" value={game.id} />
      <input type="hidden" name="version" value={game.version} />
      <input type="hidden" name="result" value={JSON.stringify(typedResult(draft))} />
      <datalist id={list}>
        {athletes.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <ResultFields draft={draft} setDraft={setDraft} sport={sport} teams={[{ id: 'us', name: us }, ...game.opponents]} athletes={list} />
      <p className="text-sm text-soft">Readers see it at once. Names stand before them as the paper’s rules on names say.</p>
    </ActionForm>
  )
}

type FieldProps = { draft: ResultDraft; setDraft: (draft: ResultDraft) => void; sport: Sport; teams: { id: string; name: string }[]; athletes: string }

function ResultFields({ draft, setDraft, sport, teams, athletes }: FieldProps) {
  const sides = { us: teams[0]?.name ?? '', them: teams[1]?.name ?? '' }
  const rules = rulesOf(sport)
  switch (draft.form) {
    case 'periods':
      return <PeriodsFields draft={draft} sport={sport} sides={sides} onChange={setDraft} />
    case 'sets':
      return <SetsFields draft={draft} sides={sides} onChange={setDraft} />
    case 'matches':
      return <MatchesFields draft={draft} sides={sides} athletes={athletes} onChange={setDraft} />
    case 'meet':
      return <MeetFields draft={draft} teams={teams} unit={rules.form === 'meet' ? rules.unit : 'time'} athletes={athletes} onChange={setDraft} />
  }
}
