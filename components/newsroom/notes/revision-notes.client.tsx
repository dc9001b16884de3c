'use client'

import { useEffect, useState } from 'react'
import type { NoteView } from '#domain/notes.ts'
import type { Anchor } from '#domain/together/anchor.ts'
import { NoteForm } from './note-form.client.tsx'
import { NoteThread } from './note-thread.client.tsx'
import type { NoteDesk, PassageState } from './note-types.ts'
import { isShownField, selectedOnPage, shownPassage } from './page-text.ts'
import './revision-notes.css'

type Props = { notes: readonly NoteView[]; desk: NoteDesk; /** The id of the element that shows the story. */ shownIn: string }

/** The notes of a story beside a revision of it that nobody can change here. */
export function RevisionNotes({ notes, desk, shownIn }: Props) {
  const [asked, setAsked] = useState<{ number: number; anchor: Anchor | null } | null>(null)
  const found = usePassages(notes, shownIn)
  const { add } = desk.may
  const ask = () => {
    const root = document.getElementById(shownIn)
    setAsked((last) => ({ number: (last?.number ?? 0) + 1, anchor: root === null ? null : selectedOnPage(root) }))
  }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!add || !event.altKey || !(event.ctrlKey || event.metaKey) || event.code !== 'KeyM') return
      event.preventDefault()
      const root = document.getElementById(shownIn)
      setAsked((last) => ({ number: (last?.number ?? 0) + 1, anchor: root === null ? null : selectedOnPage(root) }))
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [add, shownIn])
  const sorted = [...notes].sort((a, b) => Number(a.resolved) - Number(b.resolved))
  const stateOf = ({ id, anchor }: NoteView): PassageState => {
    if (anchor === null) return null
    return found === null || !isShownField(anchor) || found.has(id) ? 'here' : 'gone'
  }
  const goTo = ({ id }: NoteView) => {
    const range = found?.get(id)
    if (range === undefined) return null
    return () => {
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
      document.getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    }
  }
  return (
    <section id="field-notes" tabIndex={-1} aria-labelledby="notes-title" className="flex flex-col gap-4">
      <div className="flex items-center justify-between gap-2">
        <h2 id="notes-title" className="text-sm font-semibold">
          Notes
        </h2>
        {add && asked === null && (
          // The press leaves the selection in the story as it is.
          <button type="button" className="button button-small max-lg:min-h-11" onMouseDown={(event) => event.preventDefault()} onClick={ask}>
            Add a note
          </button>
        )}
      </div>
      {asked === null && <p className="text-sm text-soft">Select words in the story first, and the note is about them.</p>}
      {asked !== null && <NoteForm key={asked.number} desk={desk} anchor={asked.anchor} onWhole={() => setAsked({ ...asked, anchor: null })} onDone={() => setAsked(null)} onCancel={() => setAsked(null)} />}
      {sorted.map((note) => (
        <NoteThread key={note.id} note={note} desk={desk} passage={stateOf(note)} onPassage={goTo(note)} />
      ))}
    </section>
  )
}

const HIGHLIGHT = 'notes'

/** Where the open notes' passages stand on the page, and shown there; null until script has looked. */
function usePassages(notes: readonly NoteView[], shownIn: string): ReadonlyMap<string, Range> | null {
  const [found, setFound] = useState<ReadonlyMap<string, Range> | null>(null)
  useEffect(() => {
    const root = document.getElementById(shownIn)
    if (root === null) return
    const ranges = new Map<string, Range>()
    for (const { id, anchor } of notes) {
      const shown = anchor === null ? null : shownPassage(root, anchor)
      if (shown !== null) ranges.set(id, shown.range)
    }
    const frame = requestAnimationFrame(() => setFound(ranges))
    const open = notes.filter(({ resolved }) => !resolved).flatMap(({ id }) => ranges.get(id) ?? [])
    // An older browser shows the passages in the list alone.
    if (typeof Highlight === 'function') CSS.highlights.set(HIGHLIGHT, new Highlight(...open))
    return () => {
      cancelAnimationFrame(frame)
      if (typeof Highlight === 'function') CSS.highlights.delete(HIGHLIGHT)
    }
  }, [notes, shownIn])
  return found
}
