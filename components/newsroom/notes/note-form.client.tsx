'use client'

import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField } from '#components/ui/fields.client.tsx'
import { FIELD_NAMES, type Anchor } from '#domain/together/anchor.ts'
import { MentionField } from './mention-field.client.tsx'
import type { NoteDesk } from './note-types.ts'

/** The same action, with something to do once it has worked. */
export function thenDo(action: FormAction, done: () => void): FormAction {
  return async (previous, form) => {
    const result = await action(previous, form)
    if (result.ok) done()
    return result
  }
}

type Props = { desk: NoteDesk; anchor: Anchor | null; onWhole: () => void; onDone: () => void; onCancel: () => void }

/** A new note, on a passage or on the story as a whole. */
export function NoteForm({ desk, anchor, onWhole, onDone, onCancel }: Props) {
  return (
    <div role="group" aria-label="New note" className="flex flex-col gap-3 rounded-md border border-strong p-3">
      {anchor === null ? <p className="text-sm text-soft">About the story as a whole.</p> : <PassageShown anchor={anchor} onWhole={onWhole} />}
      <ActionForm action={thenDo(desk.actions.add, onDone)} submit="Add note" className="flex flex-col gap-3">
        <input type="hidden" name="storyId" value={desk.storyId} />
        <input type="hidden" name="revisionId" value={desk.revisionId} />
        <input type="hidden" name="anchor" value={JSON.stringify(anchor)} />
        <MentionField label="Your note" people={desk.people} onEscape={onCancel} />
        {desk.may.block && <CheckField name="blocking" label="Must be settled before it can be approved" />}
      </ActionForm>
      <div>
        <button type="button" className="button button-small" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  )
}

function PassageShown({ anchor, onWhole }: { anchor: Anchor; onWhole: () => void }) {
  return (
    <div className="text-sm">
      <p className="text-xs text-soft">{FIELD_NAMES[anchor.field]}</p>
      <blockquote className="border-l-4 border-warn pl-2 font-serif break-words whitespace-pre-line">{anchor.exact.length > 160 ? `${anchor.exact.slice(0, 160)}…` : anchor.exact}</blockquote>
      <button type="button" className="text-link min-h-8 text-xs" onClick={onWhole}>
        Make it about the whole story
      </button>
    </div>
  )
}
