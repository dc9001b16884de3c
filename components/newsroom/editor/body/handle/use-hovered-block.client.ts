'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useState, type RefObject } from 'react'

/** Where the block under the mouse starts; null where there is none, for fingers, and after a change of the text. */
export function useHoveredBlock(editor: Editor, area: RefObject<HTMLElement | null>): number | null {
  const [pos, setPos] = useState<number | null>(null)
  useEffect(() => {
    const box = area.current?.parentElement
    if (box === null || box === undefined) return
    let frame = 0
    const look = (y: number) => {
      const text = editor.view.dom.getBoundingClientRect()
      const found = editor.view.posAtCoords({ left: text.left + text.width / 2, top: y })
      if (found === null) return
      const $pos = editor.state.doc.resolve(found.inside >= 0 ? found.inside : found.pos)
      setPos($pos.depth === 0 ? ($pos.nodeAfter === null ? null : $pos.pos) : $pos.before(1))
    }
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => look(event.clientY))
    }
    const clear = () => {
      cancelAnimationFrame(frame)
      setPos(null)
    }
    box.addEventListener('pointermove', move)
    box.addEventListener('pointerleave', clear)
    editor.on('update', clear)
    return () => {
      clear()
      box.removeEventListener('pointermove', move)
      box.removeEventListener('pointerleave', clear)
      editor.off('update', clear)
    }
  }, [editor, area])
  return pos
}
