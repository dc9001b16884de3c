'use client'

import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { MAX_DISMISSAL_REASON } from '#domain/copydesk/dismissals.ts'
import type { Result } from '#domain/result.ts'

type Props = { onDismiss: (reason: string) => Promise<Result>; onCancel: () => void }

/** Asks why a passage is right as it is. What was typed stays until it is stored or given up. */
export function DismissForm({ onDismiss, onCancel }: Props) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const [sending, setSending] = useState(false)
  useEffect(() => box.current?.focus(), [])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (sending) return
    setSending(true)
    const result = await onDismiss(reason)
    setSending(false)
    if (result.ok) return
    setProblem(result.problems.map(({ message }) => message).join(' '))
    box.current?.focus()
  }
  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-2" noValidate>
      <label htmlFor={id} className="text-sm font-semibold">
        Why is it right?
      </label>
      <textarea
        ref={box}
        id={id}
        rows={2}
        value={reason}
        maxLength={MAX_DISMISSAL_REASON}
        onChange={(event) => setReason(event.target.value)}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-hint${problem === '' ? '' : ` ${id}-problem`}`}
        className="control"
      />
      <p id={`${id}-hint`} className="text-xs text-soft">
        The editors and the adviser see it, with your name.
      </p>
      {problem !== '' && (
        <p id={`${id}-problem`} role="alert" className="text-sm font-semibold text-bad">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button button-small" aria-disabled={sending}>
          {sending ? 'One moment…' : 'Let it stand'}
        </button>
        <button type="button" className="button button-small" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
