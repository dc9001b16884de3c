'use client'

import { useId } from 'react'
import { useFieldProblems } from '#components/ui/action-form.client.tsx'
import { colourFault, darkOf, GROUNDS, TEXT_RATIO, type Side } from '#domain/look/colours.ts'
import { hexSchema, leastContrast, ratioWords } from '#domain/look/contrast.ts'

type Props = {
  name: string
  label: string
  side: Side
  value: string
  onChange: (value: string) => void
  /** The colour that an empty field means. */
  otherwise: string
}

/** One colour of text: as digits, by the browser's own picker, with its contrast as it is chosen and the nearest colour that passes. */
export function ColourField({ name, label, side, value, onChange, otherwise }: Props) {
  const id = useId()
  const problems = useFieldProblems(name)
  const parsed = hexSchema.safeParse(value)
  const hex = parsed.success ? parsed.data : null
  const fault = hex === null ? null : colourFault(hex, side)
  const shown = hex ?? otherwise
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <input type="color" aria-label={`${label}, picker`} value={shown} onChange={(event) => onChange(event.target.value)} className="size-10 shrink-0 cursor-pointer rounded-md border border-strong bg-sheet p-0.5" />
        <input id={id} name={name} value={value} placeholder={otherwise} spellCheck={false} autoComplete="off" className="control" aria-invalid={problems.length > 0 || fault !== null} aria-describedby={`${id}-says`} onChange={(event) => onChange(event.target.value)} />
      </div>
      <div id={`${id}-says`} aria-live="polite" className="text-sm">
        {fault !== null ? (
          <p className="font-semibold text-bad">{fault.words}</p>
        ) : problems.length > 0 ? (
          <p className="font-semibold text-bad">{problems.join(' ')}</p>
        ) : (
          <p className="text-soft">
            {value === '' ? 'Empty: ' : ''}
            {shown}, {ratioWords(leastContrast(shown, GROUNDS[side]))} on the {side} paper. Text needs {TEXT_RATIO} to 1.
          </p>
        )}
      </div>
      {fault !== null && (
        <p>
          <button type="button" className="button button-small" onClick={() => onChange(fault.better)}>
            <span aria-hidden="true" className="inline-block size-4 rounded-sm border border-strong" style={{ background: fault.better }} />
            Use {fault.better}
          </button>
        </p>
      )}
    </div>
  )
}

/** The colour for the dark that an empty field means beside one for the light. */
export function darkBeside(light: string, otherwise: string): string {
  const parsed = hexSchema.safeParse(light)
  return parsed.success ? darkOf(parsed.data) : otherwise
}
