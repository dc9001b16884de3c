'use client'

import type { ScoreDraft } from '#domain/sports/draft.ts'
import { Box, FieldProblems } from './field-problems.client.tsx'

export type Sides = { us: string; them: string }
type Props = { label: string; at: string; score: ScoreDraft; sides: Sides; onChange: (score: ScoreDraft) => void; hideNames?: boolean }

/** Two boxes, ours and theirs. */
export function ScoreBoxes({ label, at, score, sides, onChange, hideNames = false }: Props) {
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-1">
      <div className="flex items-end gap-2">
        <span className="w-20 shrink-0 pb-3 text-sm font-semibold">{label}</span>
        <div className={hideNames ? 'flex gap-2' : 'flex gap-3'}>
          <Box label={hideNames ? `${label}, ${sides.us}` : sides.us} value={score.us} onChange={(us) => onChange({ ...score, us })} at={at} hideLabel={hideNames} />
          <Box label={hideNames ? `${label}, ${sides.them}` : sides.them} value={score.them} onChange={(them) => onChange({ ...score, them })} at={at} hideLabel={hideNames} />
        </div>
      </div>
      <FieldProblems name={at} />
    </div>
  )
}

/** The list with one changed. */
export const replaced = <T,>(list: readonly T[], index: number, value: T): T[] => list.map((one, at) => (at === index ? value : one))
