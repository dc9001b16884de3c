'use client'

import { startTransition, useEffect, useMemo, useRef } from 'react'
import { NoteForm } from '#components/newsroom/notes/note-form.client.tsx'
import { NoteThread } from '#components/newsroom/notes/note-thread.client.tsx'
import type { NoteActions, NoteDesk, NoteRights } from '#components/newsroom/notes/note-types.ts'
import { useStoryEditorInstance } from '../body/editor-instance.client.tsx'
import { useDesk } from '../editor-context.client.tsx'
import { goToNote, goToPassage } from './go-to-passage.ts'
import { inReadingOrder } from './places.ts'
import { useAsking } from './use-asking.client.ts'
import { usePlaces } from './use-places.client.ts'
import './notes.css'

type Props = { actions: NoteActions; may: NoteRights; timeZone: string }

/** What was asked of the story: open notes in the order of the text, then what is settled. */
export function NotesPanel({ actions, may, timeZone }: Props) {
  const { story } = useDesk()
  const editor = useStoryEditorInstance()
  const open = useMemo(() => story.notes.filter(({ resolved }) => !resolved), [story.notes])
  const settled = story.notes.filter(({ resolved }) => resolved)
  const places = usePlaces(open, editor)
  const { asked, ask, end, aboutWhole } = useAsking(editor, may.add)
  const desk: NoteDesk = { storyId: story.id, revisionId: story.revisionId, userId: story.userId, people: story.people, actions, may, timeZone }
  useLinkedNote()
  useSeeing(story.id, actions, story.notes.flatMap((note) => [note, ...note.replies]).filter(({ mentions }) => mentions.some(({ userId }) => userId === story.userId)).length)
  return (
    <section id="field-notes" tabIndex={-1} aria-labelledby="notes-title" className="panel flex flex-col gap-4">
      <div className="flex items-center justify-between gap-2">
        <h2 id="notes-title" className="text-sm font-semibold">
          Notes
        </h2>
        {may.add && asked === null && (
          // The press leaves the selection in the text as it is.
          <button type="button" className="button button-small max-lg:min-h-11" onMouseDown={(event) => event.preventDefault()} onClick={ask}>
            Add a note
          </button>
        )}
      </div>
      {asked !== null && <NoteForm key={asked.number} desk={desk} anchor={asked.anchor} onWhole={aboutWhole} onDone={end} onCancel={end} />}
      {open.length === 0 && asked === null && <p className="text-sm text-soft">No open notes.</p>}
      {inReadingOrder(open, places).map((note) => {
        const place = places.get(note.id)
        const state = note.anchor === null ? null : place === null || place === undefined ? 'gone' : place.edited ? 'edited' : 'here'
        return <NoteThread key={note.id} note={note} desk={desk} passage={state} onPassage={place === null || place === undefined ? null : () => goToPassage(note, place, editor)} />
      })}
      {settled.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-sm">{settled.length} settled</summary>
          <div className="mt-2 flex flex-col gap-4">
            {settled.map((note) => (
              <NoteThread key={note.id} note={note} desk={desk} passage={note.anchor === null ? null : 'here'} onPassage={null} />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}

/** A link such as `#note-…` leads to a note that is there only now that script runs. */
function useLinkedNote(): void {
  useEffect(() => {
    const { hash } = window.location
    if (!hash.startsWith('#note-')) return
    const frame = requestAnimationFrame(() => void goToNote(hash.slice('#note-'.length)))
    return () => cancelAnimationFrame(frame)
  }, [])
}

/** Whoever has the notes before them has seen that they are called in one. */
function useSeeing(storyId: string, { see }: NoteActions, calls: number): void {
  const seen = useRef(0)
  useEffect(() => {
    if (calls <= seen.current) return
    seen.current = calls
    const fields = new FormData()
    fields.set('storyId', storyId)
    startTransition(() => void see(null, fields))
  }, [calls, see, storyId])
}
