'use client'

import type { Editor } from '@tiptap/react'
import type { FormEvent, ReactNode } from 'react'
import { Modal } from '../modal.client.tsx'

type FrameProps = { editor: Editor; title: string; onClose: () => void; children: ReactNode }

/** A dialog of the text: closed without an answer, it leads back into the text. */
export function DialogFrame({ editor, title, onClose, children }: FrameProps) {
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  return (
    <Modal title={title} onClose={close}>
      {children}
    </Modal>
  )
}

type FormProps = {
  onSubmit: () => void
  submit: string
  /** Takes away what is there; null: there is nothing yet. */
  remove?: { label: string; take: () => void } | null
  children: ReactNode
}

/** What is filled in in such a dialog. */
export function DialogForm({ onSubmit, submit, remove = null, children }: FormProps) {
  const send = (event: FormEvent) => {
    event.preventDefault()
    // The dialog stands inside the page's React tree; its submit is nobody else's.
    event.stopPropagation()
    onSubmit()
  }
  return (
    <form onSubmit={send} noValidate className="flex flex-col gap-3">
      {children}
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button button-primary">
          {submit}
        </button>
        {remove !== null && (
          <button type="button" className="button" onClick={remove.take}>
            {remove.label}
          </button>
        )}
      </div>
    </form>
  )
}
