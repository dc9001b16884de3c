'use client'

import { useId, type ReactNode } from 'react'
import type { StaffName } from '#domain/from-text/story-content.ts'
import { MAX_BYLINE_CREDIT, MAX_NAME, type UnderstoodByline } from '#domain/from-text/understood-story.ts'

type Props = {
  bylines: readonly UnderstoodByline[]
  staff: readonly StaffName[]
  problems: ReactNode
  onChange: (bylines: UnderstoodByline[]) => void
}

/** The bylines as understood; a name that is exactly somebody's on staff becomes that person. */
export function BylineRows({ bylines, staff, problems, onChange }: Props) {
  const id = useId()
  const replace = (index: number, byline: UnderstoodByline) => onChange(bylines.map((one, at) => (at === index ? byline : one)))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-semibold">Bylines</legend>
      {bylines.length === 0 && <p className="text-sm text-soft">No byline was found. You can add one here or later.</p>}
      {bylines.map((byline, index) => (
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2">
          <label className="flex flex-col gap-1 text-xs text-soft">
            Name
            <input
              className="control text-sm"
              value={byline.name}
              maxLength={MAX_NAME}
              list={`${id}-staff`}
              aria-label={`Name of byline ${index + 1}`}
              onChange={(event) => replace(index, { ...byline, name: event.target.value })}
            />
          </label>
          <label className="flex flex-col gap-1 text-xs text-soft">
            Credit line
            <input
              className="control text-sm"
              value={byline.credit}
              maxLength={MAX_BYLINE_CREDIT}
              placeholder={staff.find(({ name }) => name === byline.name.trim())?.position ?? ''}
              aria-label={`Credit line of byline ${index + 1}`}
              onChange={(event) => replace(index, { ...byline, credit: event.target.value })}
            />
          </label>
          <button type="button" className="button px-3" aria-label={`Remove byline ${index + 1}`} onClick={() => onChange(bylines.filter((_, at) => at !== index))}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
      {problems}
      <datalist id={`${id}-staff`}>
        {[...new Set(staff.map(({ name }) => name))].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <div>
        <button type="button" className="button button-small" onClick={() => onChange([...bylines, { name: '', credit: '' }])}>
          Add a byline
        </button>
      </div>
    </fieldset>
  )
}
