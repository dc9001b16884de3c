'use client'

import { emptyMatch, type MatchDraft, type MatchesDraft } from '#domain/sports/draft.ts'
import { Box, FieldProblems } from './field-problems.client.tsx'
import { replaced, ScoreBoxes, type Sides } from './score-boxes.client.tsx'

type Props = { draft: MatchesDraft; sides: Sides; athletes: string; onChange: (draft: MatchesDraft) => void }

/** Matches on courts, each with its sets. Those that were not played stay empty. */
export function MatchesFields({ draft, sides, athletes, onChange }: Props) {
  const change = (matches: MatchDraft[]) => onChange({ ...draft, matches })
  return (
    <>
      {draft.matches.map((match, index) => (
        <MatchFields key={index} match={match} index={index} sides={sides} athletes={athletes} onChange={(one) => change(replaced(draft.matches, index, one))} />
      ))}
      <FieldProblems name="matches" />
      <div>
        <button type="button" className="button button-small min-h-11" onClick={() => change([...draft.matches, emptyMatch('')])}>
          Add a match
        </button>
      </div>
    </>
  )
}

function MatchFields({ match, index, sides, athletes, onChange }: { match: MatchDraft; index: number; sides: Sides; athletes: string; onChange: (match: MatchDraft) => void }) {
  const at = `matches.${index}`
  return (
    <fieldset className="flex flex-col gap-2 border-t border-rule pt-3">
      <legend className="sr-only">{match.name === '' ? `Match ${index + 1}` : match.name}</legend>
      <div className="flex flex-wrap gap-2">
        <Box label="Match" value={match.name} at={`${at}.name`} wide numeric={false} onChange={(name) => onChange({ ...match, name })} />
        <Box label={sides.us} value={match.ours} at={`${at}.ours`} wide numeric={false} list={athletes} onChange={(ours) => onChange({ ...match, ours })} />
        <Box label={sides.them} value={match.theirs} at={`${at}.theirs`} wide numeric={false} onChange={(theirs) => onChange({ ...match, theirs })} />
      </div>
      {['name', 'ours', 'theirs'].map((part) => (
        <FieldProblems key={part} name={`${at}.${part}`} />
      ))}
      {match.sets.map((set, number) => (
        <ScoreBoxes key={number} label={`Set ${number + 1}`} at={`${at}.sets.${number}`} score={set} sides={sides} hideNames onChange={(one) => onChange({ ...match, sets: replaced(match.sets, number, one) })} />
      ))}
      <FieldProblems name={`${at}.sets`} />
      <label className="flex flex-wrap items-center gap-2 text-sm">
        <span>Won by</span>
        <select className="control min-h-11 w-auto" value={match.given ?? ''} onChange={({ target: { value } }) => onChange({ ...match, given: value === 'us' || value === 'them' ? value : null })}>
          <option value="">as the sets say</option>
          <option value="us">{sides.us}, not played out</option>
          <option value="them">{sides.them}, not played out</option>
        </select>
      </label>
    </fieldset>
  )
}
