'use client'

import { useId } from 'react'
import { useFieldProblems, useKept } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'

type Props = { timeZone: string; today: string; date?: string | undefined; time?: string | undefined; required?: boolean }

/** A day and a time of the school's clocks inside an ActionForm. Which of two equal times is meant is asked only where it matters. */
export function TimeFields({ timeZone, today, date, time, required = true }: Props) {
  const kept = { date: useKept('date', date), time: useKept('time', time) }
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField name="date" label="Day" type="date" min={today} defaultValue={kept.date} required={required} />
        <TextField name="time" label="Time" type="time" step={60} defaultValue={kept.time} required={required} />
      </div>
      <p className="text-sm text-soft">As the clocks show it in the school’s time zone, {timeZone}.</p>
      <WhichField />
    </>
  )
}

const CHOICES = [
  { value: 'first', label: 'The first, before the clocks are put back' },
  { value: 'second', label: 'The second, after they are put back' },
]

function WhichField() {
  const id = useId()
  const problems = useFieldProblems('which')
  if (problems.length === 0) return null
  return (
    <fieldset aria-describedby={id} className="flex flex-col gap-1">
      <legend className="text-sm font-semibold">Which of the two?</legend>
      <p id={id} className="text-sm font-semibold text-bad">
        {problems.join(' ')}
      </p>
      {CHOICES.map(({ value, label }) => (
        <label key={value} className="flex min-h-11 items-center gap-2 text-sm">
          <input type="radio" name="which" value={value} required className="size-5 accent-accent" />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
