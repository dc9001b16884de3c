'use client'

import { useEffect, useRef, type DragEvent, type MouseEvent, type PointerEvent } from 'react'

/** From this many pixels on, a press is a drag. */
const DRAG_PX = 6
/** This near to the edge of the window, a drag scrolls the page, by so many pixels a frame. */
const EDGE_PX = 70
const SCROLL_PX = 12

/** What is dragged: a story to a place, or a section among the sections. Both name what they are in the page. */
type Held = { kind: 'story' | 'section'; id: string; element: HTMLElement; x: number; y: number; at: { x: number; y: number }; dragging: boolean }

function heldAt({ target, clientX: x, clientY: y, pointerType }: PointerEvent<HTMLElement>): Held | null {
  if (!(target instanceof Element)) return null
  const onGrip = target.closest('[data-grip]') !== null
  // A finger takes things by their grip: elsewhere it scrolls the page.
  if (!onGrip && (pointerType !== 'mouse' || target.closest('button, select, input, textarea, label, summary') !== null)) return null
  const element = target.closest<HTMLElement>('[data-story], [data-section]')
  if (element === null) return null
  const { story, section } = element.dataset
  if (story === undefined && !onGrip) return null
  return { kind: story === undefined ? 'section' : 'story', id: story ?? section ?? '', element, x, y, at: { x, y }, dragging: false }
}

/** The place under a point of the window for what is dragged; null: none. */
function targetUnder(box: HTMLElement, { kind, at }: Held): HTMLElement | null {
  const found = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>(kind === 'story' ? '[data-place]' : '[data-section-at]') ?? null
  return found !== null && box.contains(found) ? found : null
}

function mark(box: HTMLElement, target: HTMLElement | null): void {
  for (const element of box.querySelectorAll<HTMLElement>('[data-drop]')) if (element !== target) delete element.dataset.drop
  if (target !== null) target.dataset.drop = ''
}

/** Dragging stories and sections with a mouse, a pen or a finger. `drop` is called with the fields of the step that was made. */
export function useFrontDrag(drop: (fields: Record<string, string>) => void) {
  const held = useRef<Held | null>(null)
  const dragged = useRef(false)
  const frame = useRef(0)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])
  const scroll = () => {
    const now = held.current
    if (now === null) return
    const by = now.at.y < EDGE_PX ? -SCROLL_PX : now.at.y > window.innerHeight - EDGE_PX ? SCROLL_PX : 0
    if (by !== 0) window.scrollBy(0, by)
    frame.current = requestAnimationFrame(scroll)
  }
  const end = (box: HTMLElement) => {
    cancelAnimationFrame(frame.current)
    if (held.current !== null) delete held.current.element.dataset.lifted
    held.current = null
    mark(box, null)
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      dragged.current = false
      if (event.button !== 0 || event.ctrlKey || event.metaKey) return
      held.current = heldAt(event)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = held.current
      if (now === null) return
      now.at = { x: event.clientX, y: event.clientY }
      if (!now.dragging) {
        if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < DRAG_PX) return
        now.dragging = true
        event.currentTarget.setPointerCapture(event.pointerId)
        now.element.dataset.lifted = ''
        frame.current = requestAnimationFrame(scroll)
      }
      mark(event.currentTarget, targetUnder(event.currentTarget, now))
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const now = held.current
      const target = now?.dragging === true ? targetUnder(event.currentTarget, now) : null
      dragged.current = now?.dragging === true
      end(event.currentTarget)
      // Dropped where it was taken from.
      if (now === null || target === null || target === now.element || (target.dataset.place === 'auto' && target.contains(now.element))) return
      const { place = '', sectionAt = '' } = target.dataset
      drop(now.kind === 'story' ? { do: 'place', storyId: now.id, to: place } : { do: 'move', sectionId: now.id, at: sectionAt })
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => end(event.currentTarget),
    // The press that ended a drag is no click on the link in what was dragged.
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
