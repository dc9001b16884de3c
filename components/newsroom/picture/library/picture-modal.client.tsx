'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'

/** A wide native dialog for pictures, open as long as it is rendered. Escape and its close button call `onClose`. */
export function PictureModal({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (element !== null && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      // What is typed here is no business of an editor around it.
      onKeyDown={(event) => event.stopPropagation()}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(64rem,calc(100vw-1rem))] rounded-md border border-strong bg-sheet p-4 text-ink backdrop:bg-[rgb(0_0_0/0.5)]"
    >
      <div className="flex flex-col gap-3">
        <div className="flex items-center justify-between gap-2">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          <button type="button" aria-label="Close" className="grid size-11 cursor-pointer place-items-center rounded-sm hover:bg-wash" onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
