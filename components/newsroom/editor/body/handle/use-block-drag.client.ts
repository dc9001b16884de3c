'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useRef, useState, type MouseEvent, type PointerEvent } from 'react'
import { moveBlockTo } from '../move/move-block.ts'
import { dropIndex, dropLine, type Span } from './block-places.ts'

/** The line that shows where a block would be dropped, in pixels of the window. */
export type DropMark = { top: number; left: number; width: number }

const STARTS_AFTER_PX = 5
const EDGE_PX = 80
const SCROLL_PX = 12

type Drag = { pos: number; startY: number; y: number; moving: boolean; spans: readonly Span[]; doc: object; index: number }

/** Where the blocks stand in the page. */
function spansOf(editor: Editor): Span[] {
  const spans: Span[] = []
  editor.state.doc.forEach((_, offset) => {
    const dom = editor.view.nodeDOM(offset)
    const rect = dom instanceof HTMLElement ? dom.getBoundingClientRect() : null
    spans.push({ top: (rect?.top ?? 0) + window.scrollY, bottom: (rect?.bottom ?? 0) + window.scrollY })
  })
  return spans
}

/**
 * Dragging a block by its handle, with mouse, pen or finger. `line`: where it would be dropped;
 * null while nothing is dragged. Escape, or somebody else's change of the text, ends it without a move.
 */
export function useBlockDrag(editor: Editor, pos: number) {
  const drag = useRef<Drag | null>(null)
  const dragged = useRef(false)
  const [line, setLine] = useState<DropMark | null>(null)

  const end = (drop: boolean) => {
    const done = drag.current
    drag.current = null
    setLine(null)
    if (!drop || done === null || !done.moving || done.doc !== editor.state.doc) return
    const moved = moveBlockTo(editor.state, done.pos, done.index)
    if (moved !== null) editor.view.dispatch(moved)
    editor.commands.focus()
  }
  const aim = (now: Drag) => {
    now.index = dropIndex(now.spans, now.y + window.scrollY)
    const { left, width } = editor.view.dom.getBoundingClientRect()
    setLine({ top: dropLine(now.spans, now.index) - window.scrollY, left, width })
  }

  const moving = line !== null
  useEffect(() => {
    if (!moving) return
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && (event.preventDefault(), end(false))
    window.addEventListener('keydown', escape, true)
    let frame = requestAnimationFrame(function scroll() {
      const now = drag.current
      const step = now === null ? 0 : now.y < EDGE_PX ? -SCROLL_PX : now.y > window.innerHeight - EDGE_PX ? SCROLL_PX : 0
      if (now !== null && step !== 0) {
        window.scrollBy(0, step)
        aim(now)
      }
      frame = requestAnimationFrame(scroll)
    })
    return () => {
      window.removeEventListener('keydown', escape, true)
      cancelAnimationFrame(frame)
    }
  }, [moving]) // eslint-disable-line react-hooks/exhaustive-deps

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      dragged.current = false
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { pos, startY: event.clientY, y: event.clientY, moving: false, spans: [], doc: editor.state.doc, index: 0 }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = drag.current
      if (now === null) return
      now.y = event.clientY
      if (!now.moving && Math.abs(now.y - now.startY) < STARTS_AFTER_PX) return
      if (!now.moving) {
        now.moving = true
        now.spans = spansOf(editor)
        dragged.current = true
      }
      aim(now)
    },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
    // The click that ends a drag opens no menu.
    onClick: (event: MouseEvent<HTMLElement>) => dragged.current && event.preventDefault(),
  }
  return { line, handlers }
}
