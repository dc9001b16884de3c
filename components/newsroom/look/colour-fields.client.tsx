'use client'

import { useState } from 'react'
import { FIRST_ACCENT, INK } from '#domain/look/colours.ts'
import type { ColourPair } from '#domain/look/look.ts'
import { ColourField, darkBeside } from './colour-field.client.tsx'

const PARTS = [
  { part: 'accent', legend: 'Accent', hint: 'For labels, the section that is open, and rules that mark something.', first: FIRST_ACCENT },
  { part: 'masthead', legend: 'Name of the paper', hint: 'For the name at the head and the foot of every page.', first: INK },
] as const

/** The two colours of a paper, for its light and its dark side. */
export function ColourFields({ accent, masthead }: { accent: ColourPair | null; masthead: ColourPair | null }) {
  const [values, setValues] = useState({ accentLight: accent?.light ?? '', accentDark: accent?.dark ?? '', mastheadLight: masthead?.light ?? '', mastheadDark: masthead?.dark ?? '' })
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      {PARTS.map(({ part, legend, hint, first }) => {
        const [light, dark] = [`${part}Light`, `${part}Dark`] as const
        const change = (name: typeof light | typeof dark) => (value: string) => setValues((now) => ({ ...now, [name]: value }))
        return (
          <fieldset key={part} className="flex min-w-0 flex-col gap-3">
            <legend className="text-sm font-semibold">{legend}</legend>
            <p className="text-sm text-soft">{hint}</p>
            <ColourField name={light} label={`${legend} on light`} side="light" value={values[light]} onChange={change(light)} otherwise={first.light} />
            <ColourField name={dark} label={`${legend} on dark`} side="dark" value={values[dark]} onChange={change(dark)} otherwise={values[light] === '' ? first.dark : darkBeside(values[light], first.dark)} />
          </fieldset>
        )
      })}
    </div>
  )
}
