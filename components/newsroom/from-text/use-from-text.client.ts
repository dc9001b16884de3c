'use client'

import { useDeferredValue, useEffect, useMemo, useReducer, useState, useTransition } from 'react'
import { storyToMake, storyToMakeSchema, type StaffName, type StoryToMake } from '#domain/from-text/story-content.ts'
import type { Problem, Result } from '#domain/result.ts'
import { changeDesk, editedStory, EMPTY_DESK, understand } from './desk-state.ts'
import { useLeaveGuard } from './use-leave-guard.client.ts'

export type MakeStory = (story: StoryToMake) => Promise<Result<{ goTo: string }>>

const NOT_SENT = 'The story could not be sent. Your text is still here: check the connection and press the button again.'

/** All of the desk: the text, what is understood of it, what was typed over that, and making the story. */
export function useFromText(staff: readonly StaffName[], make: MakeStory) {
  const [{ reading, edits }, change] = useReducer(changeDesk, EMPTY_DESK)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [pending, startTransition] = useTransition()
  // A long text takes a moment to understand; typing never waits for it.
  const read = useDeferredValue(reading)
  const understood = useMemo(() => understand(read), [read])
  const edited = editedStory(understood, edits)
  const [goTo, setGoTo] = useState<string | null>(null)
  useLeaveGuard(goTo === null && reading.source !== '')
  useEffect(() => {
    if (goTo !== null) window.location.assign(goTo)
  }, [goTo])

  const send = () => {
    if (pending || goTo !== null || read !== reading) return
    // Rows without a name are gone before a problem points at a row by its number.
    const named = edited.bylines.filter(({ name }) => name.trim() !== '')
    if (named.length < edited.bylines.length) change({ type: 'words', edits: { bylines: named } })
    const parsed = storyToMakeSchema.safeParse(storyToMake(edited, staff))
    if (!parsed.success) return setProblems(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
    startTransition(async () => {
      try {
        const made = await make(parsed.data)
        setProblems(made.ok ? [] : made.problems)
        if (made.ok) setGoTo(made.goTo)
      } catch {
        setProblems([{ message: NOT_SENT }])
      }
    })
  }
  return { reading, edits, change, understood, edited, problems, pending, send, isStale: read !== reading }
}
