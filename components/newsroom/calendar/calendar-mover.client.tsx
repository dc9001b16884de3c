'use client'

import { useEffect, useRef, useState, useTransition, type ReactNode } from 'react'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { Problems } from '#components/ui/problems.tsx'
import { longDay, type DayRange } from '#domain/planning/calendar.ts'
import type { Problem } from '#domain/result.ts'
import { focusEntry, moveFields, type LiftedEntry } from './lifted-entry.ts'
import { useKeyMove } from './use-key-move.client.ts'
import { usePointerDrag } from './use-pointer-drag.client.ts'

type Props = { move: FormAction; shown: DayRange; mayMove: boolean; children: ReactNode }

/** Lets the entries of the calendar in it be moved from day to day, by pointer and by keyboard alike. Without script each has its form. */
export function CalendarMover({ move, shown, mayMove, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [said, say] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [moving, startTransition] = useTransition()
  const refocus = useRef<{ key: string; day: string } | null>(null)
  const drop = (entry: LiftedEntry, day: string) => {
    if (moving) return
    setProblems([])
    say(`Moving “${entry.headline}” …`)
    startTransition(async () => {
      const result = await move(null, moveFields(entry, day))
      refocus.current = { key: entry.key, day: result.ok ? day : entry.from }
      if (!result.ok) setProblems(result.problems)
      say(result.ok ? `Moved “${entry.headline}” to ${longDay(day)}.` : `“${entry.headline}” was not moved.`)
    })
  }
  const pointer = usePointerDrag(drop)
  const keys = useKeyMove({ box, shown, say, drop })
  // The entry that was moved stands elsewhere in the page now, and the focus with it.
  useEffect(() => {
    if (moving || refocus.current === null || box.current === null) return
    if (focusEntry(box.current, refocus.current.key, refocus.current.day)) refocus.current = null
  })
  if (!mayMove) return children
  return (
    <>
      <p id="calendar-keys" className="mb-2 text-sm text-soft">
        Drag an entry to another day, or press M on it and move it with the arrow keys.
      </p>
      <div className="mb-2 flex min-h-6 flex-col gap-2">
        <p role="status" className="text-sm font-semibold">
          {said}
        </p>
        <Problems problems={problems} />
      </div>
      <div ref={box} {...pointer} {...keys} data-testid="calendar">
        {children}
      </div>
    </>
  )
}
