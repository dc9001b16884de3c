'use client'

import type { FormEvent, ReactNode } from 'react'
import { useDesk } from './desk-frame.client.tsx'

/** One step on the draft. `fields`: what it is; `control`: names it among those of its item, so that the focus finds it again. */
export function StepForm({ fields, control, className, children }: { fields: Readonly<Record<string, string>>; control: string; className?: string; children: ReactNode }) {
  const { version, dispatch, send } = useDesk()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const item = event.currentTarget.closest<HTMLElement>('[data-item]')?.dataset.item
    send(new FormData(event.currentTarget), item === undefined ? null : { item, control })
  }
  return (
    <form action={dispatch} onSubmit={submit} data-control={control} className={className}>
      <input type="hidden" name="version" value={version} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

type ButtonProps = { fields: Readonly<Record<string, string>>; control: string; label: string; /** What it is done to, for whoever does not see where the button stands. */ about?: string; tone?: string }

/** A step that takes one press. */
export function StepButton({ fields, control, label, about, tone = '' }: ButtonProps) {
  return (
    <StepForm fields={fields} control={control}>
      <button type="submit" className={`button button-small max-lg:min-h-11 ${tone}`}>
        {label}
        {about !== undefined && <span className="sr-only"> {about}</span>}
      </button>
    </StepForm>
  )
}

/** Every place that a story can be moved to, to choose from. */
export function MoveForm({ storyId, headline, places }: { storyId: string; headline: string; places: readonly { name: string; words: string }[] }) {
  return (
    <StepForm fields={{ do: 'place', storyId }} control="move" className="flex min-w-0 items-center gap-1">
      <label className="min-w-0">
        <span className="sr-only">Move “{headline}” to</span>
        <select name="to" className="control min-h-8 max-w-44 py-0.5 text-xs max-lg:min-h-11">
          {places.map(({ name, words }) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-small max-lg:min-h-11">
        Move<span className="sr-only"> “{headline}”</span>
      </button>
    </StepForm>
  )
}
