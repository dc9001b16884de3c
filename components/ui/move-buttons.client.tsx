'use client'

import { startTransition, useActionState, useEffect, useRef, type FormEvent } from 'react'
import type { FormAction } from './action-form.client.tsx'

type Props = { action: FormAction; fields: Readonly<Record<string, string>>; /** What is moved. */ name: string; /** Further moves, each with its word. */ others?: Readonly<Record<string, string>> }

/**
 * Buttons that move a line of a list up or down. Pressed by key or pointer, they work before script has loaded too; after a move, the focus is where it was,
 * on the line in its new place, and what came of it is said.
 */
export function MoveButtons({ action, fields, name, others = {} }: Props) {
  const [result, dispatch, pending] = useActionState(action, null)
  const form = useRef<HTMLFormElement>(null)
  const pressed = useRef<string | null>(null)
  useEffect(() => {
    // A line that changes places takes its focus with it only if it is given back.
    if (pressed.current === null || result === null) return
    form.current?.querySelector<HTMLElement>(`[value="${pressed.current}"]`)?.focus()
    pressed.current = null
  }, [result])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const submitter = (event.nativeEvent instanceof SubmitEvent && event.nativeEvent.submitter) || null
    if (pending || !(submitter instanceof HTMLButtonElement)) return
    pressed.current = submitter.value
    const sent = new FormData(event.currentTarget, submitter)
    startTransition(() => dispatch(sent))
  }
  return (
    <form ref={form} action={dispatch} onSubmit={send} className="flex shrink-0 flex-wrap items-center justify-end gap-1">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {Object.entries({ up: 'Up', down: 'Down', ...others }).map(([move, word]) => (
        <button key={move} type="submit" name="move" value={move} className="button button-small max-lg:min-h-11" aria-disabled={pending}>
          {word}
          <span className="sr-only"> “{name}”</span>
        </button>
      ))}
      <p role="status" className="w-full text-end text-xs text-soft empty:hidden">
        {result === null ? '' : result.ok ? '' : result.problems.map(({ message }) => message).join(' ')}
      </p>
    </form>
  )
}
