'use client'

import { useEditorState, type Editor } from '@tiptap/react'
import type { BodyDialog } from '../body-context.client.tsx'
import { MenuButton } from '../menu/menu-button.client.tsx'
import { BLOCK_CHOICES } from '../slash/slash-items.ts'
import { Sign } from './tool-sign.tsx'
import { ToolButton } from './tool-button.client.tsx'
import { TOOL_GROUPS, TOOLS } from './toolbar-tools.tsx'
import { useIsMac } from './use-is-mac.client.ts'
import { useRoving } from './use-roving.client.ts'

type Props = { editor: Editor | null; disabled: boolean; onOpen: (dialog: BodyDialog) => void; onFind: () => void }

const EXTRA = 'grid size-8 shrink-0 cursor-pointer place-items-center rounded-sm border border-transparent hover:bg-wash aria-disabled:cursor-not-allowed aria-disabled:opacity-40 pointer-coarse:size-11'

/** The tools of the text in one row, which scrolls sideways where the window is narrow. Alt+F10 comes here from the text. */
export function Toolbar({ editor, disabled, onOpen, onFind }: Props) {
  const mac = useIsMac()
  const { bar, current, setCurrent, onKeyDown } = useRoving(TOOLS.length + 3, () => void editor?.commands.focus())
  const standing = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      now === null ? null : TOOLS.map((tool) => ({ on: tool.isOn?.(now) ?? false, off: tool.isOff?.(now) ?? false })),
  })
  const stop = (place: number) => ({ 'data-stop': '', tabIndex: place === current ? 0 : -1, onFocus: () => setCurrent(place) })
  const choices = BLOCK_CHOICES.map((choice) => ({
    id: choice.id,
    label: choice.label,
    run: () => {
      if (editor === null) return
      if ('opens' in choice) onOpen(choice.opens)
      else choice.run(editor)
    },
  }))
  const off = disabled || editor === null
  return (
    <div
      ref={bar}
      id="story-toolbar"
      role="toolbar"
      aria-label="Text tools"
      aria-controls={editor === null ? undefined : 'field-body'}
      onKeyDown={onKeyDown}
      className="flex min-w-0 max-w-full items-center gap-x-2 overflow-x-auto p-1 [scrollbar-width:thin]"
    >
      {off ? (
        <button type="button" aria-label="Insert a block" aria-disabled="true" className={EXTRA} {...stop(0)}>
          <Sign d="M9 3.5v11M3.5 9h11" />
        </button>
      ) : (
        <MenuButton label="Insert a block" items={choices} className={EXTRA} button={stop(0)}>
          <Sign d="M9 3.5v11M3.5 9h11" />
        </MenuButton>
      )}
      {TOOL_GROUPS.map((group, index) => (
        <div key={index} className="flex gap-0.5">
          {group.map((tool) => {
            const place = TOOLS.indexOf(tool)
            const now = standing?.[place]
            return (
              <ToolButton
                key={tool.id}
                tool={tool}
                on={now?.on ?? false}
                off={off || (now?.off ?? false)}
                mac={mac}
                current={place + 1 === current}
                onFocus={() => setCurrent(place + 1)}
                onPress={() => {
                  if (editor === null) return
                  if ('opens' in tool) onOpen(tool.opens)
                  else tool.run(editor)
                }}
              />
            )
          })}
        </div>
      ))}
      <button type="button" aria-label="Find and replace" title="Find and replace" className={EXTRA} aria-disabled={editor === null} onClick={() => editor !== null && onFind()} {...stop(TOOLS.length + 1)}>
        <Sign d="M8 13a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM11.7 11.7 15 15" />
      </button>
      <button type="button" aria-label="Keyboard help" title="Keyboard help" aria-haspopup="dialog" className={EXTRA} onClick={() => onOpen({ kind: 'keys' })} {...stop(TOOLS.length + 2)}>
        <span aria-hidden="true" className="font-semibold">
          ?
        </span>
      </button>
    </div>
  )
}
