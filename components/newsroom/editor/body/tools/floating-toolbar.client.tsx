'use client'

import { TextSelection } from '@tiptap/pm/state'
import { useEditorState, type Editor } from '@tiptap/react'
import { useEffect, useLayoutEffect, useState } from 'react'
import type { BodyDialog } from '../body-context.client.tsx'
import { ToolButton } from './tool-button.client.tsx'
import { SELECTION_TOOLS } from './toolbar-tools.tsx'
import { useIsMac } from './use-is-mac.client.ts'
import { useRoving } from './use-roving.client.ts'

type Props = { editor: Editor; onOpen: (dialog: BodyDialog) => void }

/** The tools that somebody wants for words that they have selected, above them (below, where a finger's own menu stands above). Alt+F10 comes here. */
export function FloatingToolbar({ editor, onOpen }: Props) {
  const mac = useIsMac()
  const { bar, current, setCurrent, onKeyDown } = useRoving(SELECTION_TOOLS.length, () => void editor.commands.focus())
  const [pressed, setPressed] = useState(false)
  const [left, setLeft] = useState(false)
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state, isEditable } }) => {
      const { selection } = state
      return isEditable && selection instanceof TextSelection && !selection.empty && state.doc.textBetween(selection.from, selection.to, ' ').trim() !== '' ? { from: selection.from, to: selection.to } : null
    },
  })
  const on = useEditorState({ editor, selector: ({ editor: now }) => SELECTION_TOOLS.map((tool) => tool.isOn?.(now) ?? false) })

  useEffect(() => {
    const text = editor.view.dom
    const down = () => setPressed(true)
    const up = () => setPressed(false)
    // Focus on a tool of this bar is still work on these words.
    const out = (event: FocusEvent) => setLeft(!(event.relatedTarget instanceof Node && bar.current?.contains(event.relatedTarget) === true))
    const into = () => setLeft(false)
    text.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', up)
    text.addEventListener('focusout', out)
    text.addEventListener('focusin', into)
    return () => {
      text.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', up)
      text.removeEventListener('focusout', out)
      text.removeEventListener('focusin', into)
    }
  }, [editor, bar])

  const shows = selected !== null && !pressed && !left
  const from = selected?.from ?? 0
  const to = selected?.to ?? 0
  useLayoutEffect(() => {
    const element = bar.current
    if (!shows || element === null) return
    const place = () => {
      const box = element.offsetParent?.getBoundingClientRect()
      if (box === undefined) return
      const [start, end] = [editor.view.coordsAtPos(from), editor.view.coordsAtPos(to, -1)]
      const isTouch = window.matchMedia('(pointer: coarse)').matches
      const above = start.top - element.offsetHeight - 8
      const top = isTouch || above < 64 ? end.bottom + 8 : above
      element.style.top = `${top - box.top}px`
      element.style.left = `${Math.max(0, Math.min(start.left - box.left, box.width - element.offsetWidth))}px`
    }
    place()
    // A telephone that is turned must not keep it where it stood.
    window.addEventListener('resize', place)
    return () => window.removeEventListener('resize', place)
  }, [editor, shows, from, to, bar])

  if (!shows) return null
  return (
    <div ref={bar} id="selection-toolbar" role="toolbar" aria-label="Tools for the selected words" onKeyDown={onKeyDown} className="absolute z-20 flex gap-0.5 rounded-md border border-strong bg-sheet p-0.5 shadow-lg">
      {SELECTION_TOOLS.map((tool, place) => (
        <ToolButton
          key={tool.id}
          tool={tool}
          on={on[place] ?? false}
          off={false}
          mac={mac}
          current={place === current}
          onFocus={() => setCurrent(place)}
          onPress={() => ('opens' in tool ? onOpen(tool.opens) : tool.run(editor))}
        />
      ))}
    </div>
  )
}
