'use client'

import { memo, useState } from 'react'
import { CHOSEN_ROLES, type ChosenRole, type Overrides, type UnderstoodLine } from '#domain/from-text/understood-story.ts'
import type { DeskChange } from './desk-state.ts'
import { LINE_ROLE_COLORS, LINE_ROLE_NAMES } from './line-role-names.ts'

type Change = (change: DeskChange) => void
const GUESS = 'guess'
/** Thousands of choices at once would make typing slow. */
const PORTION = 300

/** The source, line by line with its numbers, and what each line was taken for: there the person can say otherwise. */
export function SourceLines({ lines, overrides, change }: { lines: readonly UnderstoodLine[]; overrides: Overrides; change: Change }) {
  const [shown, setShown] = useState(PORTION)
  const hidden = lines.length - shown
  return (
    <div className="flex flex-col items-start gap-3">
      <ol className="flex w-full flex-col">
        {lines.slice(0, shown).map(({ number, text, as, choosable }) => (
          <SourceLine key={number} number={number} text={text} as={as} choosable={choosable} isChosen={overrides[number] !== undefined} change={change} />
        ))}
      </ol>
      {hidden > 0 && (
        <button type="button" className="button button-small" onClick={() => setShown(shown + PORTION)}>
          Show more lines ({hidden} left)
        </button>
      )}
    </div>
  )
}

// A line is drawn again only when it has changed.
const SourceLine = memo(function SourceLine({ number, text, as, choosable, isChosen, change }: UnderstoodLine & { isChosen: boolean; change: Change }) {
  const unused = as === 'blank' || as === 'dropped'
  return (
    <li
      data-line={number}
      data-as={as}
      className={`grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-2 gap-y-1 border-l-4 py-1.5 pl-2 ${LINE_ROLE_COLORS[as]}`}
    >
      <span className="pt-0.5 text-right font-mono text-xs text-soft tabular-nums">
        <span className="sr-only">Line </span>
        {number}
      </span>
      <div className="flex min-w-0 flex-col items-start gap-1">
        <p dir="auto" className={`w-full font-serif text-sm break-words whitespace-pre-wrap ${unused ? 'text-soft' : ''} ${as === 'dropped' && text.trim() !== '' ? 'line-through' : ''}`}>
          {text}
        </p>
        {choosable ? <RoleChoice number={number} as={as} isChosen={isChosen} change={change} /> : <span className="text-xs text-soft">{LINE_ROLE_NAMES[as]}</span>}
      </div>
    </li>
  )
})

function RoleChoice({ number, as, isChosen, change }: { number: number; as: UnderstoodLine['as']; isChosen: boolean; change: Change }) {
  const choose = (value: string) => {
    const role: ChosenRole | null = CHOSEN_ROLES.find((one) => one === value) ?? null
    change({ type: 'line', number, role, was: as })
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      <select
        aria-label={`Line ${number} is`}
        value={as}
        className="min-h-8 max-w-full rounded-sm border border-strong bg-sheet px-2 text-xs font-semibold"
        onChange={(event) => choose(event.target.value)}
      >
        {CHOSEN_ROLES.map((role) => (
          <option key={role} value={role}>
            {LINE_ROLE_NAMES[role]}
          </option>
        ))}
        {isChosen && <option value={GUESS}>Guess again</option>}
      </select>
      {isChosen && <span className="text-xs text-soft">you said so</span>}
    </span>
  )
}
