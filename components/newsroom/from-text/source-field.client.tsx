'use client'

import { useId, useState, type DragEvent } from 'react'
import { fileProblem, isDocx, SOURCE_FORMATS, textOfFile, type SourceFormat } from '#domain/from-text/source.ts'
import type { DeskChange, Reading } from './desk-state.ts'
import { takeDocx } from './docx/take-docx.ts'

const FORMAT_NAMES: Record<SourceFormat, string> = { plain: 'Plain text', markdown: 'Markdown' }

/** Where the text comes in: pasted, typed, dropped, or out of a file that is read here in the browser. */
export function SourceField({ reading, problem, change }: { reading: Reading; problem: string | null; change: (change: DeskChange) => void }) {
  const id = useId()
  const [fileTrouble, setFileTrouble] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState('')
  const trouble = fileTrouble ?? problem

  const take = async (files: FileList | null) => {
    const [file, ...more] = files ?? []
    if (file === undefined) return
    if (busy !== '') return
    const refused = more.length > 0 ? 'Choose one file at a time.' : isDocx(file) ? null : fileProblem(file)
    if (refused !== null) return setFileTrouble(refused)
    if (isDocx(file)) return takeDocument(file)
    const read = textOfFile(file, new Uint8Array(await file.arrayBuffer()))
    if (!read.ok) return setFileTrouble(read.problems[0]?.message ?? null)
    if (reading.source.trim() !== '' && !window.confirm('Replace the text that is here with the file?')) return
    setFileTrouble(null)
    change({ type: 'replaced', source: read.source, format: read.format })
  }
  const takeDocument = async (file: File) => {
    if (reading.source.trim() !== '' && !window.confirm('Replace the text that is here with the document?')) return
    setFileTrouble(null)
    const taken = await takeDocx(file, setBusy).catch(() => ({ ok: false as const, problem: 'This document could not be read. Try again, or copy its text and paste it here.' }))
    setBusy('')
    if (!taken.ok) return setFileTrouble(taken.problem)
    change(taken.change)
    if (taken.missing > 0) setFileTrouble(`${taken.missing === 1 ? 'One picture' : `${taken.missing} pictures`} could not come along. Upload ${taken.missing === 1 ? 'it' : 'them'} below, or later in the editor.`)
  }
  const drag = (event: DragEvent, isOver: boolean) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(isOver)
    if (event.type === 'drop') void take(event.dataTransfer.files)
  }
  return (
    <div onDragOver={(event) => drag(event, true)} onDragLeave={() => setOver(false)} onDrop={(event) => drag(event, false)}>
      <section aria-label="Your text" className={`panel flex flex-col gap-3 ${over ? 'outline-3 outline-linked' : ''}`}>
        {reading.document !== undefined && <DocumentLine name={reading.document.name} leave={() => change({ type: 'replaced', source: reading.source, format: 'plain' })} />}
        <div className={reading.document === undefined ? 'flex flex-col gap-1' : 'contents'}>
          <label htmlFor={`${id}-text`} hidden={reading.document !== undefined} className="text-sm font-semibold">
            Paste your text
          </label>
          <textarea
            hidden={reading.document !== undefined}
            id={`${id}-text`}
            rows={8}
            className="control font-serif"
            value={reading.source}
            aria-invalid={trouble !== null}
            aria-describedby={`${id}-problem`}
            onChange={(event) => {
              setFileTrouble(null)
              change({ type: 'retyped', source: event.target.value })
            }}
          />
          <p id={`${id}-problem`} role="alert" className="text-sm font-semibold text-bad">
            {trouble}
          </p>
          <p role="status" className="text-sm text-soft">
            {busy}
          </p>
        </div>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div className="flex min-w-0 flex-col gap-1">
            <label htmlFor={`${id}-file`} className="text-sm font-semibold">
              {reading.document === undefined ? 'Or choose a .docx, .txt or .md file' : 'Choose another file'}
            </label>
            <input
              id={`${id}-file`}
              type="file"
              accept=".docx,.txt,.md,.markdown,text/plain,text/markdown,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
              disabled={busy !== ''}
              aria-describedby={`${id}-hint`}
              className="control text-sm"
              onChange={(event) => {
                void take(event.currentTarget.files).finally(() => (event.target.value = ''))
              }}
            />
            <p id={`${id}-hint`} className="text-sm text-soft">
              A Word document up to 25 MB brings its pictures along; text up to 1 MB, stored as UTF-8. You can also drop the file anywhere in this box.
            </p>
          </div>
          <fieldset hidden={reading.document !== undefined} className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
            <legend className="mb-1 font-semibold">Read it as</legend>
            {SOURCE_FORMATS.map((format) => (
              <label key={format} className="flex min-h-6 items-center gap-2">
                <input type="radio" name={`${id}-format`} className="size-5 accent-accent" checked={reading.format === format} onChange={() => change({ type: 'format', format })} />
                {FORMAT_NAMES[format]}
              </label>
            ))}
          </fieldset>
        </div>
      </section>
    </div>
  )
}

function DocumentLine({ name, leave }: { name: string; leave: () => void }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="min-w-0 text-sm break-words">
        <span className="font-semibold">Read from {name}.</span> Its lists, tables, links and emphasis stay.
      </p>
      <button type="button" className="button button-small" onClick={leave}>
        Take only its words
      </button>
    </div>
  )
}
