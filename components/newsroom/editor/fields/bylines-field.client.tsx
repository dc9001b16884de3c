'use client'

import { useState } from 'react'
import type { BylineInput } from '#domain/story.ts'
import { useDesk, useDraftPart, useProblems } from '../editor-context.client.tsx'
import { BylineRow } from './byline-row.client.tsx'
import { FieldProblems } from './field-box.tsx'
import { movedTo } from './moved-to.ts'

/** Who signs the story, in order: people on staff or guests by name. */
export function BylinesField() {
  const { story, session, readOnly } = useDesk()
  const problems = useProblems('bylines')
  const bylines = useDraftPart(session, ({ content }) => content.bylines)
  const [said, setSaid] = useState('')
  const set = (next: BylineInput[]) => session.change({ bylines: next })
  const nameOf = (byline: BylineInput) => story.staff.find(({ staffId }) => staffId === byline.staffId)?.name ?? byline.name ?? 'Former staff'
  const move = (from: number, to: number) => {
    const byline = bylines[from]
    if (byline === undefined || to < 0 || to >= bylines.length) return
    set(movedTo(bylines, from, to))
    setSaid(`${nameOf(byline)} is now number ${to + 1} of ${bylines.length}.`)
  }
  return (
    <fieldset id="field-bylines" tabIndex={-1} className="flex min-w-0 flex-col gap-2" aria-describedby={problems.length > 0 ? 'field-bylines-problem' : undefined}>
      <legend className="mb-1 text-sm font-semibold">Bylines</legend>
      {bylines.length > 0 && (
        <ol className="flex flex-col gap-2">
          {bylines.map((byline, index) => (
            <BylineRow
              key={`${byline.staffId ?? byline.name}`}
              byline={byline}
              name={nameOf(byline)}
              place={{ index, count: bylines.length }}
              readOnly={readOnly}
              onChange={(next) => set(next === null ? bylines.filter((_, one) => one !== index) : bylines.with(index, next))}
              onMove={(by) => move(index, index + by)}
            />
          ))}
        </ol>
      )}
      {!readOnly && <AddByline onAdd={(byline) => set([...bylines, byline])} taken={bylines} />}
      <FieldProblems id="field-bylines" problems={problems} />
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  )
}

function AddByline({ onAdd, taken }: { onAdd: (byline: BylineInput) => void; taken: readonly BylineInput[] }) {
  const { story } = useDesk()
  const [name, setName] = useState('')
  const free = story.staff.filter(({ staffId }) => !taken.some((byline) => byline.staffId === staffId))
  const guest = name.trim()
  const addGuest = () => {
    if (guest === '') return
    setName('')
    if (!taken.some((byline) => byline.name === guest)) onAdd({ staffId: null, name: guest, credit: 'Guest' })
  }
  return (
    <div className="flex flex-col gap-2">
      <label className="flex flex-col gap-1 text-sm">
        Add somebody on staff
        <select
          className="control"
          value=""
          onChange={(event) => {
            const person = free.find(({ staffId }) => staffId === event.target.value)
            if (person !== undefined) onAdd({ staffId: person.staffId, name: null, credit: person.position })
          }}
        >
          <option value="">Choose a name</option>
          {free.map((person) => (
            <option key={person.staffId} value={person.staffId}>
              {person.name}
            </option>
          ))}
        </select>
      </label>
      <div className="flex items-end gap-2">
        <label className="flex min-w-0 grow flex-col gap-1 text-sm">
          Or a guest by name
          <input
            className="control"
            value={name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && (event.preventDefault(), addGuest())}
          />
        </label>
        <button type="button" className="button px-3 whitespace-nowrap" aria-disabled={guest === ''} onClick={addGuest}>
          Add guest
        </button>
      </div>
    </div>
  )
}
