'use client'

import type { NewsroomAsset } from '#domain/media.ts'
import type { PlacementInput } from '#domain/story.ts'
import { Labelled } from '../labelled.tsx'
import { WordNotes } from './word-notes.tsx'
import type { WordField } from './word-warnings.ts'

type Props = { picture: PlacementInput; asset: NewsroomAsset | undefined; idBase: string; readOnly: boolean; onChange: (picture: PlacementInput) => void }

const FIELDS: readonly { field: WordField; label: string; hint: string; max: number; lines: number }[] = [
  { field: 'caption', label: 'Caption', hint: 'Who, what, where and when, under the picture.', max: 1000, lines: 2 },
  { field: 'alt', label: 'Alt text', hint: 'Say what the picture shows, for someone who cannot see it.', max: 500, lines: 2 },
  { field: 'credit', label: 'Credit', hint: 'Who made it, such as “Ana Ruiz” or “Courtesy of the City Museum”.', max: 200, lines: 1 },
]

/** Caption, alt text and credit of a picture in this story. */
export function PictureWords({ picture, asset, idBase, readOnly, onChange }: Props) {
  return (
    <div className="flex flex-col gap-3">
      {FIELDS.map(({ field, label, hint, max, lines }) => {
        const id = `${idBase}-${field}`
        return (
          <div key={field} className="flex flex-col gap-1">
            <Labelled id={id} label={label} hint={hint}>
              {(aria) => {
                const control = {
                  ...aria,
                  'aria-describedby': `${id}-hint ${id}-notes`,
                  value: picture[field],
                  maxLength: max,
                  readOnly,
                  className: 'control',
                  onChange: (event: { currentTarget: { value: string } }) => onChange({ ...picture, [field]: event.currentTarget.value }),
                }
                return lines > 1 ? <textarea rows={lines} {...control} /> : <input type="text" {...control} />
              }}
            </Labelled>
            <WordNotes id={`${id}-notes`} field={field} words={picture} asset={asset} />
          </div>
        )
      })}
    </div>
  )
}
