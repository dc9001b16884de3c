'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useStoryEditorInstance } from '../../body/editor-instance.client.tsx'
import { useCopydesk } from '../copydesk-context.client.tsx'
import type { DeskFinding } from '../desk-types.ts'
import { markedRange } from '../marks/marks-plugin.ts'
import { FindingCard } from './finding-card.client.tsx'

const WIDTH = 352
const ROOM = 240
export const POPOVER_ID = 'copydesk-finding'

type Spot = { left: number; top: number } | { left: number; bottom: number }

/** Beside the passage, below it or, where there is no room, above. */
function spotOf(box: { left: number; top: number; bottom: number }): Spot {
  const left = Math.max(8, Math.min(box.left, window.innerWidth - WIDTH - 8))
  return window.innerHeight - box.bottom > ROOM ? { left, top: box.bottom + 8 } : { left, bottom: window.innerHeight - box.top + 8 }
}

/** The finding that the person is at, beside its passage in the text; on a phone at the bottom of the screen. */
export function FindingPopover({ finding }: { finding: DeskFinding }) {
  const editor = useStoryEditorInstance()
  const desk = useCopydesk()
  const box = useRef<HTMLDivElement>(null)
  const [spot, setSpot] = useState<Spot | null>(null)

  useEffect(() => {
    const place = () => {
      const range = editor === null || editor.isDestroyed ? null : markedRange(editor.state, finding)
      if (editor === null || range === null) return setSpot(null)
      const start = editor.view.coordsAtPos(range.from)
      setSpot(spotOf({ left: start.left, top: start.top, bottom: editor.view.coordsAtPos(range.to).bottom }))
    }
    place()
    window.addEventListener('scroll', place, { passive: true, capture: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, { capture: true })
      window.removeEventListener('resize', place)
    }
  }, [editor, finding])

  const setCurrent = desk?.setCurrent
  const close = useCallback(() => {
    const inside = box.current?.contains(document.activeElement) === true
    setCurrent?.(null)
    if (inside) editor?.view.focus()
  }, [setCurrent, editor])

  // From the text too, where the keyboard stays while the box is open.
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [close])

  if (spot === null) return null
  return createPortal(
    <div
      ref={box}
      id={POPOVER_ID}
      role="dialog"
      aria-label={`Copy desk: ${finding.name}`}
      tabIndex={-1}
      style={spot}
      className="panel fixed z-30 max-h-[60vh] overflow-y-auto shadow-lg focus:outline-2 max-sm:!inset-x-2 max-sm:!top-auto max-sm:!bottom-2 sm:w-[22rem]"
    >
      <FindingCard key={finding.id} finding={finding} onDone={() => editor?.view.focus()} />
      <div className="mt-2 flex items-center justify-between gap-2">
        <p className="text-xs text-soft max-sm:hidden">F8: next. Alt+F8: into this box. Esc: close.</p>
        <button type="button" className="button button-small max-sm:min-h-11" onClick={close}>
          Close
        </button>
      </div>
    </div>,
    document.body,
  )
}
