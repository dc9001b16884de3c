'use client'

import type { BylineInput } from '#domain/story.ts'

type Props = {
  byline: BylineInput
  name: string
  place: { index: number; count: number }
  readOnly: boolean
  /** null: remove it. */
  onChange: (byline: BylineInput | null) => void
  onMove: (by: -1 | 1) => void
}

/** One byline: the name, its credit line, and its place in the order. */
export function BylineRow({ byline, name, place, readOnly, onChange, onMove }: Props) {
  return (
    <li className="rounded-md border border-rule p-2">
      <div className="flex items-center justify-between gap-2">
        <span className="min-w-0 font-semibold break-words">
          {name}
          {byline.staffId === null && <span className="font-normal text-soft"> (guest)</span>}
        </span>
        {!readOnly && (
          <span className="flex shrink-0 gap-1">
            <RowButton label={`Move ${name} up`} sign="↑" off={place.index === 0} onPress={() => onMove(-1)} />
            <RowButton label={`Move ${name} down`} sign="↓" off={place.index === place.count - 1} onPress={() => onMove(1)} />
            <RowButton label={`Remove ${name}`} sign="×" off={false} onPress={() => onChange(null)} />
          </span>
        )}
      </div>
      <label className="mt-1 flex flex-col gap-1 text-xs text-soft">
        Credit line
        <input
          className="control text-sm"
          value={byline.credit}
          readOnly={readOnly}
          placeholder="Staff Writer"
          aria-label={`Credit line of ${name}`}
          onChange={(event) => onChange({ ...byline, credit: event.target.value })}
        />
      </label>
    </li>
  )
}

function RowButton({ label, sign, off, onPress }: { label: string; sign: string; off: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={off}
      title={label}
      className="grid size-8 cursor-pointer place-items-center rounded-sm border border-rule hover:bg-wash aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
      onClick={() => !off && onPress()}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  )
}
