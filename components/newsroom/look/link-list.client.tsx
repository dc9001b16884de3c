'use client'

import { useEffect, useRef, useState } from 'react'
import { TextField } from '#components/ui/fields.client.tsx'
import type { NavLink } from '#domain/look/links.ts'

type Row = NavLink & { id: number }
type Props = { place: 'head' | 'foot'; legend: string; hint: string; links: readonly NavLink[]; most: number; suggestions: string }

/** A list of links that can be added to, put in order and taken from, by keyboard as by hand. `suggestions`: the id of a datalist of addresses. */
export function LinkList({ place, legend, hint, links, most, suggestions }: Props) {
  const [rows, setRows] = useState<readonly Row[]>(() => links.map((link, id) => ({ ...link, id })))
  const [said, setSaid] = useState('')
  const next = useRef(links.length)
  const box = useRef<HTMLFieldSetElement>(null)
  const focus = useRef<string | null>(null)
  useEffect(() => {
    if (focus.current !== null) box.current?.querySelector<HTMLElement>(focus.current)?.focus()
    focus.current = null
  }, [rows])
  const add = () => {
    focus.current = `[data-row="${next.current}"] input`
    setRows([...rows, { label: '', href: '', id: next.current }])
    next.current += 1
    setSaid('Added an empty link.')
  }
  const move = (index: number, to: number) => {
    const moved = rows[index]
    if (moved === undefined || to < 0 || to >= rows.length) return
    focus.current = `[data-row="${moved.id}"] [data-move="${to < index ? 'up' : 'down'}"]`
    setRows(rows.toSpliced(index, 1).toSpliced(to, 0, moved))
    setSaid(`Moved ${nameOf(moved)} to place ${to + 1} of ${rows.length}.`)
  }
  const remove = (index: number) => {
    const gone = rows[index]
    focus.current = rows.length > 1 ? `[data-row="${(rows[index + 1] ?? rows[index - 1])?.id}"] input` : '[data-add]'
    setRows(rows.toSpliced(index, 1))
    if (gone !== undefined) setSaid(`Took out ${nameOf(gone)}.`)
  }
  const nameOf = ({ id, label }: Row) => `“${box.current?.querySelector<HTMLInputElement>(`[data-row="${id}"] input`)?.value || label || 'a link without a name'}”`
  return (
    <fieldset ref={box} className="flex min-w-0 flex-col gap-2">
      <legend className="text-sm font-semibold">{legend}</legend>
      <p className="text-sm text-soft">{hint}</p>
      <ol className="flex flex-col divide-y divide-rule">
        {rows.map((row, index) => (
          <li key={row.id} data-row={row.id} className="grid items-end gap-2 py-3 sm:grid-cols-[1fr_1.4fr_auto]">
            <TextField name={`navigation.${place}.${index}.label`} label={`Name of link ${index + 1}`} defaultValue={row.label} />
            <TextField name={`navigation.${place}.${index}.href`} label={`Address of link ${index + 1}`} defaultValue={row.href} list={suggestions} inputMode="url" />
            <div className="flex flex-wrap gap-1">
              <button type="button" data-move="up" aria-label={`Up, link ${index + 1}`} className="button button-small" aria-disabled={index === 0} onClick={() => move(index, index - 1)}>
                Up
              </button>
              <button type="button" data-move="down" aria-label={`Down, link ${index + 1}`} className="button button-small" aria-disabled={index === rows.length - 1} onClick={() => move(index, index + 1)}>
                Down
              </button>
              <button type="button" aria-label={`Take out link ${index + 1}`} className="button button-small button-danger" onClick={() => remove(index)}>
                Take out
              </button>
            </div>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      {rows.length < most && (
        <div>
          <button type="button" data-add className="button" onClick={add}>
            Add a link to the {place}
          </button>
        </div>
      )}
    </fieldset>
  )
}
