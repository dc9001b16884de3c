'use client'

import { createContext, startTransition, useActionState, useContext, useEffect, useRef, useState, type SubmitEvent, type ReactNode } from 'react'
import type { Problem, Result } from '#domain/result.ts'
import { Changes } from './changes.tsx'
import { Done, Problems } from './problems.tsx'

/**
 * What a form's action answers when it worked. `goTo`: a path to open as a new document; the newsroom keeps no old
 * pages alive behind new ones, where an editor would wake up with yesterday's text.
 */
export type FormAnswer = { message?: string; goTo?: string }

/** A server action as forms call it: the former answer, then the form's fields. */
export type FormAction = (previous: Result<FormAnswer> | null, form: FormData) => Promise<Result<FormAnswer>>

const ProblemContext = createContext<readonly Problem[]>([])

/** The problems of one field, for the control that shows them. */
export function useFieldProblems(name: string): string[] {
  return useContext(ProblemContext)
    .filter((problem) => problem.field === name)
    .map((problem) => problem.message)
}

const KeptContext = createContext<Readonly<Record<string, string>>>({})

/** What was typed into a field before the form was refused, where its action gives that back; else `otherwise`. */
export function useKept(name: string, otherwise?: string): string | undefined {
  const kept = useContext(KeptContext)
  return Object.hasOwn(kept, name) ? kept[name] : otherwise
}

const NOTHING_KEPT = {}

type Props = {
  action: FormAction
  children: ReactNode
  submit: string
  /** Extra classes of the submit button, such as button-danger. */
  tone?: 'button-primary' | 'button-danger' | ''
  className?: string
  /** A second way to send the same fields, with one of its own: a button before the main one. */
  also?: { name: string; value: string; label: string }
  /** Runs before sending: may fill fields in (for example a fresh revision id), or answers why it cannot be sent. */
  prepare?: (fields: FormData) => Promise<string | null>
}

/**
 * A form around a server action: problems beside their fields, nothing typed is lost, a double click sends once. It
 * also works before script has loaded.
 */
export function ActionForm({ action, children, submit, tone = 'button-primary', className = 'flex flex-col gap-4', also, prepare }: Props) {
  const [result, dispatch, sending] = useActionState(action, null)
  const [preparing, setPreparing] = useState(false)
  const [held, setHeld] = useState<string | null>(null)
  const [sent, setSent] = useState<readonly string[]>([])
  const pending = sending || preparing
  const problems = result !== null && !result.ok ? result.problems : []
  const kept = result !== null && !result.ok ? (result.kept ?? NOTHING_KEPT) : NOTHING_KEPT
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (result?.ok === true && result.goTo !== undefined) window.location.assign(result.goTo)
    if (result === null || result.ok) return
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null
    // In a long form, what has no field of its own is said out of sight.
    if (field === null) form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })
    else field.focus()
  }, [result])
  // Submitting by hand keeps what was typed: React empties a form after its `action` has run.
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const fields = new FormData(event.currentTarget, event.nativeEvent.submitter)
    setHeld(null)
    setSent([...fields.keys()])
    if (prepare === undefined) return startTransition(() => dispatch(fields))
    setPreparing(true)
    void prepare(fields).then((reason) => {
      setPreparing(false)
      setHeld(reason)
      if (reason === null) startTransition(() => dispatch(fields))
    })
  }
  return (
    <ProblemContext.Provider value={problems}>
      <KeptContext.Provider value={kept}>
        <form ref={form} action={dispatch} onSubmit={send} className={className} noValidate>
          {/* What has no field of its own in this form is said above it. */}
          <Problems problems={problems.filter((problem) => problem.field === undefined || !sent.includes(problem.field))} />
          {held !== null && <Problems problems={[{ message: held }]} />}
          {result !== null && !result.ok && result.changes !== undefined && <Changes changes={result.changes} />}
          {result?.ok === true && result.message !== undefined && <Done>{result.message}</Done>}
          {children}
          <div className="flex flex-wrap gap-2">
            {also !== undefined && (
              <button type="submit" name={also.name} value={also.value} className="button" aria-disabled={pending}>
                {also.label}
              </button>
            )}
            <button type="submit" className={`button ${tone}`} aria-disabled={pending}>
              {pending ? 'One moment…' : submit}
            </button>
          </div>
        </form>
      </KeptContext.Provider>
    </ProblemContext.Provider>
  )
}
