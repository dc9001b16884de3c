'use client'

import { useId } from 'react'
import { IMAGE_SIZES } from '#domain/document/schema.ts'

type Size = (typeof IMAGE_SIZES)[number]

const NAMES: Record<Size, string> = { wide: 'Wider than the text', full: 'Across the whole page', side: 'Small, beside the text' }

type Props = { size: unknown; about: string; readOnly: boolean; onChange: (size: Size | null) => void }

/** How much room a picture takes on the page. */
export function SizeChoice({ size, about, readOnly, onChange }: Props) {
  const id = useId()
  const present = IMAGE_SIZES.find((one) => one === size) ?? ''
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        Room on the page<span className="sr-only"> for {about}</span>
      </label>
      <select id={id} className="control" value={present} disabled={readOnly} onChange={(event) => onChange(IMAGE_SIZES.find((one) => one === event.currentTarget.value) ?? null)}>
        <option value="">As wide as the text</option>
        {IMAGE_SIZES.map((one) => (
          <option key={one} value={one}>
            {NAMES[one]}
          </option>
        ))}
      </select>
    </div>
  )
}
