'use client'

import type { PeriodsDraft, SetsDraft } from '#domain/sports/draft.ts'
import type { Sport } from '#domain/sports/kinds.ts'
import { periodNames } from '#domain/sports/words.ts'
import { FieldProblems } from './field-problems.client.tsx'
import { replaced, ScoreBoxes, type Sides } from './score-boxes.client.tsx'

/** The final score first: it is all that is needed. What it is made of can follow. */
export function PeriodsFields({ draft, sport, sides, onChange }: { draft: PeriodsDraft; sport: Sport; sides: Sides; onChange: (draft: PeriodsDraft) => void }) {
  const names = periodNames(sport, draft.periods.length, 'en')
  const known = draft.periods.some(({ us, them }) => us !== '' || them !== '')
  return (
    <>
      <ScoreBoxes label="Final" at="final" score={draft.final} sides={sides} onChange={(final) => onChange({ ...draft, final })} />
      <details open={known}>
        <summary className="cursor-pointer py-2 text-sm font-semibold">Score by period, and extra time</summary>
        <div className="flex flex-col gap-2 pt-2">
          {draft.periods.map((period, index) => (
            <ScoreBoxes key={index} label={names[index] ?? String(index + 1)} at={`periods.${index}`} score={period} sides={sides} hideNames onChange={(one) => onChange({ ...draft, periods: replaced(draft.periods, index, one) })} />
          ))}
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button button-small min-h-11" onClick={() => onChange({ ...draft, periods: [...draft.periods, { us: '', them: '' }] })}>
              Add a period
            </button>
            {draft.shootout === null && (
              <button type="button" className="button button-small min-h-11" onClick={() => onChange({ ...draft, shootout: { us: '', them: '' } })}>
                Add a shootout
              </button>
            )}
          </div>
        </div>
      </details>
      {draft.shootout === null ? (
        <FieldProblems name="shootout" />
      ) : (
        <ScoreBoxes label="Shootout" at="shootout" score={draft.shootout} sides={sides} hideNames onChange={(shootout) => onChange({ ...draft, shootout })} />
      )}
    </>
  )
}

/** The sets in their order; those that were not played stay empty. */
export function SetsFields({ draft, sides, onChange }: { draft: SetsDraft; sides: Sides; onChange: (draft: SetsDraft) => void }) {
  return (
    <>
      {draft.sets.map((set, index) => (
        <ScoreBoxes key={index} label={`Set ${index + 1}`} at={`sets.${index}`} score={set} sides={sides} hideNames={index > 0} onChange={(one) => onChange({ ...draft, sets: replaced(draft.sets, index, one) })} />
      ))}
      <FieldProblems name="sets" />
    </>
  )
}
