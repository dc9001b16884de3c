'use client'

import type { WordsField } from './asset-words.ts'
import type { WordsSession, WordsView } from './words-session.ts'

const NAMES: Record<WordsField, string> = {
  caption: 'Caption', alt: 'Alt text', credit: 'Credit', copyright: 'Copyright notice', people: 'People', place: 'Place', takenOn: 'Day', focalX: 'Important spot, from the left', focalY: 'Important spot, from the top',
}

/** Two texts for the same field, from two people: both are shown, and this person decides. */
export function WordsConflict({ session, view }: { session: WordsSession; view: WordsView }) {
  if (view.theirs === null) return null
  const { message, fields, values } = view.theirs
  return (
    <section role="alert" className="flex flex-col gap-3 rounded-md border border-warn bg-warn-wash p-4 text-sm">
      <p className="font-semibold text-warn">{message} Nothing of yours is lost: choose which words stay.</p>
      <dl className="flex flex-col gap-3">
        {fields.map((field) => (
          <div key={field}>
            <dt className="font-semibold">{NAMES[field]}</dt>
            <dd className="mt-1 grid gap-2 sm:grid-cols-2">
              <Text label="Yours" text={String(view.values[field])} />
              <Text label="Theirs" text={String(values[field])} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="button button-small" onClick={() => session.decide('mine')}>
          Keep mine
        </button>
        <button type="button" className="button button-small" onClick={() => session.decide('theirs')}>
          Take theirs
        </button>
      </div>
    </section>
  )
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <div className="rounded-sm border border-rule bg-sheet p-2">
      <p className="text-xs text-soft">{label}</p>
      <p className="break-words whitespace-pre-wrap">{text === '' ? '(empty)' : text}</p>
    </div>
  )
}
