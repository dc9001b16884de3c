'use client'

import { useEditorState, type Editor } from '@tiptap/react'
import { useLayoutEffect, useRef } from 'react'
import { MenuButton } from '../menu/menu-button.client.tsx'
import { keysInWords } from '../tools/keys-in-words.ts'
import { useIsMac } from '../tools/use-is-mac.client.ts'
import { blockActions } from './block-actions.ts'
import { blockName } from './block-places.ts'
import { useBlockDrag } from './use-block-drag.client.ts'
import { useHoveredBlock } from './use-hovered-block.client.ts'

/**
 * The handle beside the block under the mouse, else beside the one that holds the cursor: dragged it moves the block,
 * pressed it opens the menu of what else can be done with it.
 */
export function BlockHandle({ editor }: { editor: Editor }) {
  const mac = useIsMac()
  const area = useRef<HTMLDivElement>(null)
  const hovered = useHoveredBlock(editor, area)
  const atCursor = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const { $from } = state.selection
      return $from.depth === 0 ? $from.pos : $from.before(1)
    },
  })
  const { doc } = editor.state
  const isThere = (pos: number) => pos < doc.content.size && doc.resolve(pos).depth === 0
  const pos = hovered !== null && isThere(hovered) ? hovered : atCursor
  const { line, handlers } = useBlockDrag(editor, pos)

  useLayoutEffect(() => {
    const place = () => {
      const dom = pos < editor.state.doc.content.size ? editor.view.nodeDOM(pos) : null
      const box = area.current?.offsetParent?.getBoundingClientRect()
      if (area.current === null || box === undefined || !(dom instanceof HTMLElement)) return
      area.current.style.top = `${dom.getBoundingClientRect().top - box.top}px`
    }
    place()
    // Pictures above that load, and lines that get longer, push the block down.
    const watch = new ResizeObserver(place)
    watch.observe(editor.view.dom)
    return () => watch.disconnect()
  }, [editor, pos])

  const block = isThere(pos) ? doc.nodeAt(pos) : null
  const name = block === null ? 'block' : blockName(block)
  const number = isThere(pos) ? doc.resolve(pos).index() + 1 : 0
  const items = blockActions(editor.state, pos).map(({ id, label, keys }) => ({
    id,
    label,
    ...(keys === undefined ? {} : { keys: keysInWords(keys, mac) }),
    run: () => {
      const action = blockActions(editor.state, pos).find((one) => one.id === id)
      const changed = action?.change(editor.state) ?? null
      if (changed !== null) editor.view.dispatch(changed.scrollIntoView())
      editor.commands.focus()
    },
  }))
  return (
    <>
      <div ref={area} className="absolute left-0 z-[5] pointer-coarse:-left-3">
        <MenuButton
          label={`Block ${number}, ${name}: move or change`}
          items={items}
          button={{ ...handlers, title: 'Drag to move, press for more', style: { touchAction: 'none' } }}
          className="grid h-8 w-7 cursor-grab place-items-center rounded-sm text-soft hover:bg-wash hover:text-ink active:cursor-grabbing pointer-coarse:size-11"
        >
          <svg width={10} height={16} viewBox="0 0 10 16" fill="currentColor" aria-hidden="true">
            <path d="M2 1.5h2v2H2zM6 1.5h2v2H6zM2 7h2v2H2zM6 7h2v2H6zM2 12.5h2v2H2zM6 12.5h2v2H6z" />
          </svg>
        </MenuButton>
      </div>
      {line !== null && <div aria-hidden="true" style={{ top: line.top - 1.5, left: line.left, width: line.width }} className="pointer-events-none fixed z-20 h-[3px] rounded-sm bg-linked" />}
    </>
  )
}
