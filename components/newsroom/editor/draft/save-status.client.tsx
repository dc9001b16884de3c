'use client'

import { useEditing } from '../editor-context.client.tsx'
import type { DraftState } from './draft-machine.ts'

/** An instant as the clock on this computer shows it, such as 10:42. `at` is ISO 8601. */
export function clockTime(at: string): string {
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))
}

function statusWords(draft: DraftState): string {
  switch (draft.phase) {
    case 'saved':
      return `Saved ${clockTime(draft.savedAt)}`
    case 'dirty':
      return 'Unsaved changes'
    case 'saving':
      return 'Saving…'
    case 'problem':
      return `Not saved: ${draft.problems[0]?.message ?? 'something went wrong.'}`
    case 'stale':
      return 'Not saved: somebody else saved meanwhile.'
    case 'signed-out':
      return 'Not saved: you are signed out.'
    case 'read-only':
      return 'Not saved: the story can no longer be changed.'
  }
}

/** Whether the text is stored, in words; problems are read out, the calm states are not. */
export function SaveStatus() {
  const { view, session, story, ready } = useEditing()
  const { draft } = view
  if (!ready) return <p className="text-sm text-soft">Opening…</p>
  if (!story.canEdit) return <p className="text-sm text-soft">Read only</p>
  const isBad = draft.phase !== 'saved' && draft.phase !== 'dirty' && draft.phase !== 'saving'
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm" data-save={draft.phase}>
      <p className={isBad ? 'font-semibold text-bad' : draft.phase === 'saved' ? 'text-good' : 'text-soft'}>{statusWords(draft)}</p>
      <p role="alert" className="sr-only">
        {isBad ? statusWords(draft) : ''}
      </p>
      {draft.phase === 'problem' && (
        <button type="button" className="button button-small" onClick={session.tryAgain}>
          Try again
        </button>
      )}
    </div>
  )
}
