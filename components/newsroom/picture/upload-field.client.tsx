'use client'

import { useId, useRef, useState, type DragEvent } from 'react'
import { proposeWords } from '#domain/captions.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import { ACCEPTED, problemWithFile, sendPicture } from './send-picture.ts'

type Props = {
  label: string
  /** The kept picture, and what its file name says of caption and credit. */
  onUploaded: (asset: NewsroomAsset, proposal: { caption: string; credit: string }) => void
  disabled: boolean
}
type Phase = { kind: 'idle' } | { kind: 'sending'; file: File; part: number } | { kind: 'failed'; file: File | null; message: string; retry: boolean }

/** A place to choose or drop one picture: checks it, sends it with progress, and says what went wrong, with another try. */
export function UploadField({ label, onUploaded, disabled }: Props) {
  const id = useId()
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' })
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const busy = disabled || phase.kind === 'sending'

  const send = async (file: File) => {
    const problem = problemWithFile(file)
    if (problem !== null) return setPhase({ kind: 'failed', file, message: problem, retry: false })
    setPhase({ kind: 'sending', file, part: 0 })
    const sent = await sendPicture(file, (part) => setPhase({ kind: 'sending', file, part }))
    if (!sent.ok) return setPhase({ kind: 'failed', file, message: sent.message, retry: true })
    setPhase({ kind: 'idle' })
    if (input.current !== null) input.current.value = ''
    onUploaded(sent.asset, proposeWords(file.name))
  }
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file === undefined || busy) return
    if (files !== null && files.length > 1) return setPhase({ kind: 'failed', file: null, message: 'Upload one picture at a time.', retry: false })
    void send(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const failed = phase.kind === 'failed'
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!busy)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`flex flex-col gap-2 rounded-md border border-dashed p-4 ${over ? 'border-linked bg-info-wash' : 'border-strong bg-sheet'}`}
    >
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-sm text-soft">
        JPEG, PNG or WebP, up to 25 MB. Choose a file, or drop one here. Place and camera data are removed.
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        accept={ACCEPTED}
        disabled={busy}
        aria-invalid={failed}
        aria-describedby={failed ? `${id}-hint ${id}-problem` : `${id}-hint`}
        onChange={(event) => take(event.currentTarget.files)}
        className="control text-sm"
      />
      {phase.kind === 'sending' && <Progress name={phase.file.name} part={phase.part} />}
      {failed && (
        <div className="flex flex-wrap items-center gap-2">
          <p id={`${id}-problem`} role="alert" className="text-sm font-semibold text-bad">
            {phase.message}
          </p>
          {phase.retry && phase.file !== null && (
            <button type="button" className="button button-small" disabled={disabled} onClick={() => phase.file !== null && void send(phase.file)}>
              Try again
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function Progress({ name, part }: { name: string; part: number }) {
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p role="status" className="break-words">
        {part < 1 ? `Uploading ${name}…` : `Checking ${name}…`}
      </p>
      <progress aria-label={`Upload of ${name}`} max={1} {...(part < 1 ? { value: part } : {})} className="h-2 w-full accent-accent" />
    </div>
  )
}
