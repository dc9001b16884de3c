'use client'

import { useFieldProblems } from '#components/ui/action-form.client.tsx'

/** What is wrong at one place of a form whose values are sent as one; the form knows by it that this is said here. */
export function FieldProblems({ name }: { name: string }) {
  const problems = useFieldProblems(name)
  return (
    <>
      <input type="hidden" name={name} value="" />
      {problems.length > 0 && <p className="text-sm font-semibold text-bad">{problems.join(' ')}</p>}
    </>
  )
}

type BoxProps = { label: string; value: string; onChange: (value: string) => void; /** The place whose problems mark it. */ at: string; hideLabel?: boolean; wide?: boolean; numeric?: boolean; list?: string; readOnly?: boolean }

/** A small labelled box. */
export function Box({ label, value, onChange, at, hideLabel = false, wide = false, numeric = true, list, readOnly = false }: BoxProps) {
  const invalid = useFieldProblems(at).length > 0
  return (
    <label className={`flex flex-col gap-1 text-sm ${wide ? 'min-w-40 flex-1' : 'w-16'}`}>
      <span className={hideLabel ? 'sr-only' : 'font-semibold'}>{label}</span>
      <input
        className={`control min-h-11 ${numeric ? 'text-center tabular-nums' : ''}`}
        inputMode={numeric ? 'numeric' : 'text'}
        autoComplete="off"
        value={value}
        readOnly={readOnly}
        aria-invalid={invalid}
        {...(list === undefined ? {} : { list })}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
