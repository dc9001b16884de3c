'use client'

import { useRef, type DragEvent, type MouseEvent, type PointerEvent } from 'react'
import { dayUnder, entryAt, markDay, markLifted, type LiftedEntry } from './lifted-entry.ts'

/** From this many pixels on, a press is a drag. */
const DRAG_PX = 6

type Held = { entry: LiftedEntry; x: number; y: number; dragging: boolean }

/**
 * Dragging entries with a mouse, a pen or a finger. A mouse may take an entry anywhere, a finger by its grip: elsewhere it scrolls the
 * page. `drop` is called with the day on which the entry was let go.
 */
export function usePointerDrag(drop: (entry: LiftedEntry, day: string) => void) {
  const held = useRef<Held | null>(null)
  const dragged = useRef(false)
  const end = (box: HTMLElement) => {
    if (held.current !== null) markLifted(held.current.entry, false)
    held.current = null
    markDay(box, null)
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      dragged.current = false
      const byGrip = event.target instanceof Element && event.target.closest('[data-grip]') !== null
      const entry = entryAt(event.target)
      if (entry === null || event.button !== 0 || event.ctrlKey || event.metaKey || (event.pointerType !== 'mouse' && !byGrip)) return
      held.current = { entry, x: event.clientX, y: event.clientY, dragging: false }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = held.current
      if (now === null) return
      if (!now.dragging) {
        if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < DRAG_PX) return
        now.dragging = true
        event.currentTarget.setPointerCapture(event.pointerId)
        markLifted(now.entry, true)
      }
      markDay(event.currentTarget, dayUnder(event.currentTarget, event.clientX, event.clientY))
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const now = held.current
      const day = now?.dragging === true ? dayUnder(event.currentTarget, event.clientX, event.clientY) : null
      dragged.current = now?.dragging === true
      end(event.currentTarget)
      if (now !== null && day !== null && day !== now.entry.from) drop(now.entry, day)
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event.currentTarget),
    // The press that ended a drag is no click on the link in the entry.
    onClickCapture: (event: MouseEvent<HTMLElement>) => {
      if (!dragged.current) return
      dragged.current = false
      event.preventDefault()
      event.stopPropagation()
    },
    // The browser's own dragging of links would take over.
    onDragStart: (event: DragEvent<HTMLElement>) => event.preventDefault(),
  }
}
