'use client'

import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { Moment } from '../time.tsx'
import type { EditorNote } from './editor-types.ts'

type Props = { notes: readonly EditorNote[]; resolve: FormAction | null; timeZone: string }

/** What was asked of the story, open notes first. `resolve` null: this person settles none. */
export function NotesPanel({ notes, resolve, timeZone }: Props) {
  const open = notes.filter(({ resolved }) => !resolved)
  const settled = notes.filter(({ resolved }) => resolved)
  return (
    <section id="field-notes" tabIndex={-1} aria-labelledby="notes-title" className="panel flex flex-col gap-3">
      <h2 id="notes-title" className="text-sm font-semibold">
        Notes
      </h2>
      {open.length === 0 && <p className="text-sm text-soft">No open notes.</p>}
      {open.map((note) => (
        <NoteText key={note.id} note={note} timeZone={timeZone}>
          {resolve !== null && (
            <ActionForm action={resolve} submit="Settled" tone="" className="mt-2">
              <input type="hidden" name="noteId" value={note.id} />
            </ActionForm>
          )}
        </NoteText>
      ))}
      {settled.length > 0 && (
        <details>
          <summary className="cursor-pointer py-1 text-sm">{settled.length} settled</summary>
          <div className="mt-2 flex flex-col gap-3">
            {settled.map((note) => (
              <NoteText key={note.id} note={note} timeZone={timeZone} />
            ))}
          </div>
        </details>
      )}
    </section>
  )
}

function NoteText({ note, timeZone, children }: { note: EditorNote; timeZone: string; children?: React.ReactNode }) {
  return (
    <article className={`border-l-4 pl-3 text-sm ${!note.resolved && note.blocking ? 'border-warn' : 'border-rule'}`}>
      <p className="text-xs text-soft">
        {note.author}, <Moment at={note.at} timeZone={timeZone} />
        {note.decision === undefined ? '' : ` · ${note.decision}`}
        {!note.resolved && note.blocking && <span className="font-semibold text-warn"> · must be settled</span>}
      </p>
      <p className="mt-1 break-words whitespace-pre-wrap">{note.body}</p>
      {children}
    </article>
  )
}
