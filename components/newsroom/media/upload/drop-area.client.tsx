'use client'

import { useEffect, useId, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { ACCEPTED } from './queue/send-file.ts'

type Props = { label: string; hint: string; several: boolean; disabled?: boolean; problem?: string | null; onFiles: (files: File[]) => void; children?: ReactNode }

/** A place to choose files or to drop them. */
export function DropArea({ label, hint, several, disabled = false, problem = null, onFiles, children }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])]
    // The same file can be chosen again, after a problem.
    if (input.current !== null) input.current.value = ''
    if (chosen.length > 0 && !disabled) onFiles(chosen)
  }
  // Whoever chose files before script ran has them taken now; nobody would tell us of it again.
  const takeEarly = useRef(() => take(input.current?.files ?? null))
  useEffect(() => takeEarly.current(), [])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!disabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-col gap-2 rounded-md border border-dashed p-4 ${over ? 'border-linked bg-info-wash' : 'border-strong bg-sheet'}`}
    >
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-sm text-soft">
        {hint}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        accept={ACCEPTED}
        multiple={several}
        disabled={disabled}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`}
        onChange={(event) => take(event.currentTarget.files)}
        className="control text-sm"
      />
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className="text-sm font-semibold text-bad">
          {problem}
        </p>
      )}
      {children}
    </div>
  )
}
