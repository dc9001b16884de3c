'use client'

import { useState, useTransition } from 'react'
import { Problems } from '#components/ui/problems.tsx'
import type { Problem } from '#domain/result.ts'
import type { YearEndActions } from './year-end.client.tsx'

/** Takes a year's end back, and lists what had moved on meanwhile. */
export function UndoYearEnd({ yearEndId, undo }: { yearEndId: string; undo: YearEndActions['undo'] }) {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [kept, setKept] = useState<readonly string[] | null>(null)
  const [pending, start] = useTransition()
  const send = () => {
    if (pending) return
    start(async () => {
      const result = await undo({ yearEndId }).catch(() => null)
      if (result === null) setProblems([{ message: 'The server did not answer. Reload the page to see what happened.' }])
      else if (result.ok) setKept(result.kept)
      else setProblems(result.problems)
    })
  }
  if (kept !== null) {
    return (
      <div role="status" className="flex flex-col gap-2">
        <p className="font-semibold text-good">Undone. Whoever was signed out can sign in again.</p>
        {kept.length > 0 && (
          <ul className="list-disc pl-5">
            {kept.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        <p>
          <a href="/newsroom/staff/year-end" className="button">
            Start again
          </a>
        </p>
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <Problems problems={problems} />
      <div>
        <button type="button" className="button button-danger" aria-disabled={pending} onClick={send}>
          {pending ? 'One moment…' : 'Undo it'}
        </button>
      </div>
    </div>
  )
}
