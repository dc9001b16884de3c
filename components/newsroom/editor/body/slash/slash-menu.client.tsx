'use client'

import type { Editor } from '@tiptap/react'
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { placed } from '../menu/placed.ts'
import type { SlashState } from './slash-state.ts'

const LIST = 'slash-blocks'
const optionId = (id: string) => `slash-block-${id}`

/**
 * The list of blocks under a typed slash. The keyboard stays in the text, which names the option that Enter would take
 * (aria-activedescendant; ARIA Authoring Practices, combobox with a listbox, for a text of several lines).
 */
export function SlashMenu({ editor, state }: { editor: Editor; state: SlashState }) {
  const view = useSyncExternalStore(state.subscribe, state.view, () => null)
  const list = useRef<HTMLDivElement>(null)
  const active = view?.items[view.index]?.id

  useEffect(() => {
    const text = editor.view.dom
    if (active === undefined) return
    const attributes = { 'aria-activedescendant': optionId(active), 'aria-controls': LIST, 'aria-haspopup': 'listbox', 'aria-autocomplete': 'list' }
    for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, value)
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of Object.keys(attributes)) text.removeAttribute(name)
    }
  }, [editor, active])

  const at = view?.at
  useLayoutEffect(() => {
    const place = () => {
      const rect = at?.()
      if (list.current === null || rect === null || rect === undefined) return
      if (!list.current.matches(':popover-open')) list.current.showPopover()
      placed(list.current, rect)
    }
    place()
    window.addEventListener('scroll', place, { capture: true, passive: true })
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, { capture: true })
      window.removeEventListener('resize', place)
    }
  }, [at])

  if (view === null) return null
  const { items, index } = view
  return (
    <div ref={list} popover="manual" className="fixed inset-auto m-0 w-72 max-w-[calc(100vw-1rem)] rounded-md border border-strong bg-sheet p-1 font-sans text-sm text-ink shadow-lg">
      <p role="status" className="px-3 py-1 text-xs text-soft">
        {items.length === 0 ? 'No such block. Press Escape to go on writing.' : `${items.length} ${items.length === 1 ? 'block' : 'blocks'}: arrow keys, then Enter`}
      </p>
      <div id={LIST} role="listbox" aria-label="Blocks" className="max-h-[min(18rem,40vh)] overflow-y-auto">
        {items.map((item, place) => (
          <button
            key={item.id}
            type="button"
            tabIndex={-1}
            id={optionId(item.id)}
            role="option"
            aria-selected={place === index}
            onPointerMove={() => place !== index && state.point(place)}
            // The keyboard stays in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => view.choose(item)}
            className="flex min-h-9 w-full cursor-pointer flex-col items-start text-left justify-center rounded-sm px-3 py-1.5 aria-selected:bg-wash aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-linked pointer-coarse:min-h-11"
          >
            <span className="font-semibold">{item.label}</span>
            <span className="text-xs text-soft">{item.hint}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
