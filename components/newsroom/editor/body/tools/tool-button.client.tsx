'use client'

import type { Tool } from './toolbar-tools.tsx'
import { keysInWords } from './keys-in-words.ts'

type Props = {
  tool: Tool
  on: boolean
  off: boolean
  mac: boolean
  /** Whether the Tab key stops here: one tool of a toolbar does. */
  current: boolean
  onFocus: () => void
  onPress: () => void
}

/** One tool of a toolbar. Pressing it with a mouse leaves the cursor in the text. */
export function ToolButton({ tool, on, off, mac, current, onFocus, onPress }: Props) {
  return (
    <button
      type="button"
      data-stop=""
      aria-label={tool.label}
      title={tool.keys === null ? tool.label : `${tool.label} (${keysInWords(tool.keys, mac)})`}
      aria-pressed={tool.isOn === null ? undefined : on}
      aria-haspopup={'opens' in tool ? 'dialog' : undefined}
      aria-disabled={off}
      tabIndex={current ? 0 : -1}
      onFocus={onFocus}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !off && onPress()}
      className="grid size-8 shrink-0 cursor-pointer place-items-center rounded-sm border border-transparent hover:bg-wash aria-disabled:cursor-not-allowed aria-disabled:opacity-40 aria-pressed:border-strong aria-pressed:bg-wash pointer-coarse:size-11"
    >
      {tool.sign}
    </button>
  )
}
