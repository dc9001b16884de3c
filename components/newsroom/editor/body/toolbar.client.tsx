'use client'

import { useEditorState, type Editor } from '@tiptap/react'
import { useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { keysInWords, TOOL_GROUPS, TOOLS, type Tool } from './toolbar-tools.tsx'

const never = () => () => {}
const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

type Props = { editor: Editor | null; disabled: boolean; onOpen: (dialog: 'link' | 'picture') => void }

/**
 * The tools of the text, as one stop of the Tab key: arrow keys, Home and End move inside (ARIA Authoring Practices,
 * toolbar). Alt+F10 comes here from the text.
 */
export function Toolbar({ editor, disabled, onOpen }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const mac = useSyncExternalStore(never, isMac, () => false)
  const standing = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      now === null ? null : TOOLS.map((tool) => ({ on: tool.isOn?.(now) ?? false, off: tool.isOff?.(now) ?? false })),
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const last = TOOLS.length - 1
    const steps: Record<string, number> = { ArrowRight: current === last ? 0 : current + 1, ArrowLeft: current === 0 ? last : current - 1, Home: 0, End: last }
    if (event.key === 'Escape') return void editor?.commands.focus()
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next)
    bar.current?.querySelectorAll('button')[next]?.focus()
  }
  const press = (tool: Tool) => {
    if (editor === null) return
    if ('opens' in tool) onOpen(tool.opens)
    else tool.run(editor)
  }
  return (
    <div ref={bar} id="story-toolbar" role="toolbar" aria-label="Text tools" aria-controls={editor === null ? undefined : 'field-body'} onKeyDown={onKeyDown} className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {TOOL_GROUPS.map((group, index) => (
        <div key={index} className="flex gap-0.5">
          {group.map((tool) => {
            const place = TOOLS.indexOf(tool)
            const off = disabled || editor === null || (standing?.[place]?.off ?? false)
            return (
              <button
                key={tool.id}
                type="button"
                aria-label={tool.label}
                title={tool.keys === null ? tool.label : `${tool.label} (${keysInWords(tool.keys, mac)})`}
                aria-pressed={tool.isOn === null ? undefined : (standing?.[place]?.on ?? false)}
                aria-haspopup={'opens' in tool ? 'dialog' : undefined}
                aria-disabled={off}
                tabIndex={place === current ? 0 : -1}
                onFocus={() => setCurrent(place)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => !off && press(tool)}
                className="grid size-8 cursor-pointer place-items-center rounded-sm border border-transparent hover:bg-wash aria-disabled:cursor-not-allowed aria-disabled:opacity-40 aria-pressed:border-strong aria-pressed:bg-wash"
              >
                {tool.sign}
              </button>
            )
          })}
        </div>
      ))}
    </div>
  )
}
