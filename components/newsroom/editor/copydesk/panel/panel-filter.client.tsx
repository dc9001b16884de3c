'use client'

import type { DeskFinding, DeskKind } from '../desk-types.ts'
import { KIND_NAMES } from './finding-words.tsx'

export type Filter = 'all' | DeskKind
const FILTERS: readonly Filter[] = ['all', 'blocking', 'spelling', 'style']

/** The findings that a filter lets through. */
export function filtered(findings: readonly DeskFinding[], filter: Filter): readonly DeskFinding[] {
  return filter === 'all' ? findings : findings.filter(({ kind }) => kind === filter)
}

type Props = { findings: readonly DeskFinding[]; filter: Filter; onFilter: (filter: Filter) => void }

/** Which findings are listed and marked, with how many there are of each. */
export function PanelFilter({ findings, filter, onFilter }: Props) {
  return (
    <div role="group" aria-label="Show findings" className="flex flex-wrap gap-1">
      {FILTERS.map((one) => (
        <button key={one} type="button" aria-pressed={filter === one} onClick={() => onFilter(one)} className={`button button-small max-sm:min-h-11 ${filter === one ? 'border-ink bg-wash' : ''}`}>
          {one === 'all' ? 'All' : KIND_NAMES[one]} <span className="text-soft">{filtered(findings, one).length}</span>
        </button>
      ))}
    </div>
  )
}
