'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'

/** A native dialog, open as long as it is rendered. Escape and the close button call `onClose`. */
export function Modal({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element !== null && !element.open) {
      element.showModal()
      // To the first thing to fill in, past the close button.
      element.querySelector<HTMLElement>('input:not([type="file"]), textarea, select')?.focus()
    }
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-md border border-strong bg-sheet p-4 text-ink backdrop:bg-[rgb(0_0_0/0.5)]"
    >
      <div className="mb-3 flex items-center justify-between gap-2">
        <h2 id={titleId} className="text-base font-semibold">
          {title}
        </h2>
        <button type="button" aria-label="Close" className="grid size-8 cursor-pointer place-items-center rounded-sm hover:bg-wash" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {children}
    </dialog>
  )
}
