'use client'

import { NodeViewWrapper } from '@tiptap/react'
import type { ReactNode } from 'react'

type Props = {
  /** What the block is called: "Picture 3". */
  label: string
  selected: boolean
  /** Buttons of the block as a whole. */
  tools?: ReactNode
  children: ReactNode
}

/** The frame of a block that is a form: its name, its buttons, and what is in it. */
export function BlockFrame({ label, selected, tools, children }: Props) {
  return (
    <NodeViewWrapper contentEditable={false} className={`my-4 font-sans ${selected ? 'outline-2 outline-offset-4 outline-linked' : ''}`}>
      <div role="group" aria-label={label} className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-soft">
          <span>{label}</span>
          {tools !== undefined && <span className="flex flex-wrap gap-1">{tools}</span>}
        </div>
        {children}
      </div>
    </NodeViewWrapper>
  )
}

/** A small button in such a frame. `about`: what it acts on, for whoever cannot see the frame. */
export function BlockButton({ label, about, onPress }: { label: string; about: string; onPress: () => void }) {
  return (
    <button type="button" className="button button-small pointer-coarse:min-h-11" onClick={onPress}>
      {label}
      <span className="sr-only"> {about}</span>
    </button>
  )
}
