'use client'

import { useState } from 'react'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import type { NoteView, ReplyView } from '#domain/notes.ts'
import { FIELD_NAMES, type Anchor } from '#domain/together/anchor.ts'
import { Moment } from '../time.tsx'
import { MentionField } from './mention-field.client.tsx'
import { thenDo } from './note-form.client.tsx'
import { NoteText } from './note-text.tsx'
import type { NoteDesk, PassageState } from './note-types.ts'

type Props = {
  note: NoteView
  desk: NoteDesk
  passage: PassageState
  /** Leads to the passage in the text; null where there is no way to it. */
  onPassage: (() => void) | null
}

/** A note with its answers. Its element has the id `note-<id>` and can take the keyboard, so that a link leads here. */
export function NoteThread({ note, desk, passage, onPassage }: Props) {
  const [answering, setAnswering] = useState(false)
  const open = !note.resolved
  return (
    <article
      id={`note-${note.id}`}
      tabIndex={-1}
      aria-label={`Note by ${note.author}`}
      className={`flex flex-col gap-2 border-l-4 pl-3 text-sm ${open && note.blocking ? 'border-warn' : 'border-rule'} ${open ? '' : 'text-soft'}`}
    >
      {note.anchor !== null && <Passage anchor={note.anchor} state={passage} onGo={onPassage} />}
      <Said said={note} timeZone={desk.timeZone}>
        {note.decision === null ? '' : ` · ${note.decision}`}
        {open && note.blocking && <span className="font-semibold text-warn"> · must be settled</span>}
        {!open && ` · settled${note.resolvedBy === null ? '' : ` by ${note.resolvedBy}`}`}
      </Said>
      {note.replies.length > 0 && (
        <ol aria-label="Answers" className="flex flex-col gap-2 border-l border-rule pl-3">
          {note.replies.map((reply) => (
            <li key={reply.id}>
              <Said said={reply} timeZone={desk.timeZone} />
            </li>
          ))}
        </ol>
      )}
      {answering ? (
        <ActionForm action={thenDo(desk.actions.answer, () => setAnswering(false))} submit="Send answer" tone="" className="flex flex-col gap-2">
          <input type="hidden" name="noteId" value={note.id} />
          <MentionField label="Your answer" people={desk.people} rows={2} onEscape={() => setAnswering(false)} />
        </ActionForm>
      ) : null}
      <div className="flex flex-wrap items-start gap-2">
        {desk.may.add && (
          <button type="button" className="button button-small max-lg:min-h-11" aria-expanded={answering} onClick={() => setAnswering(!answering)}>
            {answering ? 'Do not answer' : 'Answer'}
          </button>
        )}
        {desk.may.settle && (
          <ActionForm action={open ? desk.actions.resolve : desk.actions.reopen} submit={open ? 'Settled' : 'Open again'} tone="" className="[&_.button]:min-h-8 [&_.button]:px-3 [&_.button]:py-1 [&_.button]:text-xs max-lg:[&_.button]:min-h-11">
            <input type="hidden" name="noteId" value={note.id} />
          </ActionForm>
        )}
      </div>
    </article>
  )
}

function Said({ said, timeZone, children }: { said: ReplyView; timeZone: string; children?: React.ReactNode }) {
  return (
    <div>
      <p className="text-xs text-soft">
        {said.author}, <Moment at={said.at} timeZone={timeZone} />
        {children}
      </p>
      <NoteText body={said.body} mentions={said.mentions} />
    </div>
  )
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)

function Passage({ anchor, state, onGo }: { anchor: Anchor; state: PassageState; onGo: (() => void) | null }) {
  const words = <span className="font-serif">“{shortened(anchor.exact)}”</span>
  return (
    <p className="break-words">
      <span className="block text-xs text-soft">
        {FIELD_NAMES[anchor.field]}
        {state === 'gone' && ' · the passage is gone'}
        {state === 'edited' && ' · the passage was changed since'}
      </span>
      {state === 'gone' ? (
        <del>{words}</del>
      ) : onGo === null ? (
        words
      ) : (
        <button type="button" className="cursor-pointer bg-warn-wash text-left underline decoration-warn underline-offset-2" onClick={onGo}>
          <span className="sr-only">Go to </span>
          {words}
        </button>
      )}
    </p>
  )
}
