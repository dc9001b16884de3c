'use client'

import type { ReactNode } from 'react'
import type { PlacementInput } from '#domain/story.ts'
import { wordWarning, type WordField } from './word-warnings.ts'

type Props = { picture: PlacementInput; idBase: string; readOnly: boolean; onChange: (picture: PlacementInput) => void }

const FIELDS: readonly { field: WordField; label: string; hint: string; max: number; lines: number }[] = [
  { field: 'caption', label: 'Caption', hint: 'Who, what, where and when, under the picture.', max: 1000, lines: 2 },
  { field: 'alt', label: 'Alt text', hint: 'Say what the picture shows, for someone who cannot see it.', max: 500, lines: 2 },
  { field: 'credit', label: 'Credit', hint: 'Who made it, such as “Ana Ruiz” or “Courtesy of the City Museum”.', max: 200, lines: 1 },
]

/** Caption, alt text and credit of a picture in this story. */
export function PictureWords({ picture, idBase, readOnly, onChange }: Props) {
  return (
    <div className="flex flex-col gap-3">
      {FIELDS.map(({ field, label, hint, max, lines }) => {
        const id = `${idBase}-${field}`
        const warning = wordWarning(picture, field)
        const control = {
          id,
          value: picture[field],
          maxLength: max,
          readOnly,
          className: 'control',
          'aria-describedby': warning === null ? `${id}-hint` : `${id}-hint ${id}-warning`,
          onChange: (event: { currentTarget: { value: string } }) => onChange({ ...picture, [field]: event.currentTarget.value }),
        }
        return (
          <div key={field} className="flex flex-col gap-1">
            <label htmlFor={id} className="text-sm font-semibold">
              {label}
            </label>
            {lines > 1 ? <textarea rows={lines} {...control} /> : <input type="text" {...control} />}
            <Hint id={`${id}-hint`}>{hint}</Hint>
            {warning !== null && (
              <p id={`${id}-warning`} className="text-sm font-semibold text-warn">
                {warning}
              </p>
            )}
          </div>
        )
      })}
    </div>
  )
}

function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="text-xs text-soft">
      {children}
    </p>
  )
}
