'use client'

import { createContext, startTransition, useActionState, useContext, useEffect, useRef, type ReactNode } from 'react'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { Problems } from '#components/ui/problems.tsx'
import { useFrontDrag } from './use-front-drag.client.ts'

/** The control to which the focus returns after a step: one of an item of the desk. */
type Control = { item: string; control: string }
type Desk = { version: number; dispatch: (form: FormData) => void; send: (form: FormData, from: Control | null) => void }

const DeskContext = createContext<Desk | null>(null)

/** The draft that the desk shows, and the way to change it. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('this stands outside of the front page desk')
  return desk
}

/** Puts the focus on a control of an item, or where that is gone on the item itself. */
function focusOn(box: HTMLElement, { item, control }: Control): void {
  for (const element of box.querySelectorAll<HTMLElement>('[data-item]')) {
    if (element.dataset.item !== item) continue
    const target = element.querySelector<HTMLElement>(`[data-control="${control}"] :is(button, select)`) ?? element.querySelector<HTMLElement>('a, button')
    target?.focus()
    return
  }
}

/** Everything in it changes the draft of the front page: by its forms, with script or without, and by dragging. What came of it is said here, once for all. */
export function DeskFrame({ version, step, children }: { version: number; step: FormAction; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const refocus = useRef<(Control & { version: number }) | null>(null)
  const [result, dispatch, moving] = useActionState(step, null)
  const send = (form: FormData, from: Control | null) => {
    if (moving) return
    refocus.current = from === null ? null : { ...from, version }
    startTransition(() => dispatch(form))
  }
  // What was moved stands elsewhere in the page now, and the focus with it: once the draft that it is in is shown.
  useEffect(() => {
    const to = refocus.current
    if (moving || to === null || box.current === null || (result?.ok === true && to.version === version)) return
    focusOn(box.current, to)
    refocus.current = null
  })
  const drag = useFrontDrag((fields) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...fields, version: String(version) })) form.set(name, value)
    send(form, null)
  })
  const problems = result !== null && !result.ok ? result.problems : []
  return (
    <DeskContext value={{ version, dispatch, send }}>
      <div className="desk-status">
        <p role="status" className="text-sm font-semibold">
          {moving ? 'One moment…' : result?.ok === true ? result.message : ''}
        </p>
        <Problems problems={problems} />
        {problems.some(({ field }) => field === 'draft') && (
          <p>
            <a href="/newsroom/front" className="button">
              Show the newest draft
            </a>
          </p>
        )}
      </div>
      <div ref={box} {...drag} data-testid="front-desk">
        {children}
      </div>
    </DeskContext>
  )
}
