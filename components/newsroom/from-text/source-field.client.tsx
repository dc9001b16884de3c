'use client'

import { useId, useState, type DragEvent } from 'react'
import { fileProblem, SOURCE_FORMATS, textOfFile, type SourceFormat } from '#domain/from-text/source.ts'
import type { DeskChange, Reading } from './desk-state.ts'

const FORMAT_NAMES: Record<SourceFormat, string> = { plain: 'Plain text', markdown: 'Markdown' }

/** Where the text comes in: pasted, typed, dropped, or out of a file that is read here in the browser. */
export function SourceField({ reading, problem, change }: { reading: Reading; problem: string | null; change: (change: DeskChange) => void }) {
  const id = useId()
  const [fileTrouble, setFileTrouble] = useState<string | null>(null)
  const [over, setOver] = useState(false)
  const trouble = fileTrouble ?? problem

  const take = async (files: FileList | null) => {
    const [file, ...more] = files ?? []
    if (file === undefined) return
    const refused = more.length > 0 ? 'Choose one file at a time.' : fileProblem(file)
    if (refused !== null) return setFileTrouble(refused)
    const read = textOfFile(file, new Uint8Array(await file.arrayBuffer()))
    if (!read.ok) return setFileTrouble(read.problems[0]?.message ?? null)
    if (reading.source.trim() !== '' && !window.confirm('Replace the text that is here with the file?')) return
    setFileTrouble(null)
    change({ type: 'replaced', source: read.source, format: read.format })
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
        <div className="flex flex-col gap-1">
          <label htmlFor={`${id}-text`} className="text-sm font-semibold">
            Paste your text
          </label>
          <textarea
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
        </div>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div className="flex min-w-0 flex-col gap-1">
            <label htmlFor={`${id}-file`} className="text-sm font-semibold">
              Or choose a .txt or .md file
            </label>
            <input
              id={`${id}-file`}
              type="file"
              accept=".txt,.md,.markdown,text/plain,text/markdown"
              aria-describedby={`${id}-hint`}
              className="control text-sm"
              onChange={(event) => {
                void take(event.currentTarget.files).finally(() => (event.target.value = ''))
              }}
            />
            <p id={`${id}-hint`} className="text-sm text-soft">
              Up to 1 MB, stored as UTF-8. You can also drop it anywhere in this box.
            </p>
          </div>
          <fieldset className="flex flex-wrap gap-x-4 gap-y-2 text-sm">
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
