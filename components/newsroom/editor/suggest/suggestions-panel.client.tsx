'use client'

import { TextSelection } from '@tiptap/pm/state'
import { useMemo, useRef, useState } from 'react'
import { useStoryEditorInstance } from '../body/editor-instance.client.tsx'
import { useDesk } from '../editor-context.client.tsx'
import type { OpenSuggestion } from './resolve.ts'
import { SuggestionLine } from './suggestion-line.client.tsx'
import { useDirectChange, useOpenSuggestions, useSuggesting } from './use-suggestions.client.ts'
import './suggest.css'

/** The switch of suggestion mode and the open suggestions, in the order of the text. */
export function SuggestionsPanel({ timeZone }: { timeZone: string }) {
  const { story, readOnly } = useDesk()
  const editor = useStoryEditorInstance()
  const open = useOpenSuggestions(editor)
  const [on, setOn] = useSuggesting(editor, story.suggestsFirst)
  const [direct, dismiss] = useDirectChange(editor)
  const [said, setSaid] = useState('')
  const title = useRef<HTMLHeadingElement>(null)
  const names = useMemo(() => new Map(story.people.map(({ userId, name }) => [userId, name])), [story.people])

  const decide = (ids: ReadonlySet<string> | 'all', accept: boolean) => {
    if (editor?.commands.decideSuggestions(ids, accept) !== true) return
    setSaid(`${ids === 'all' ? 'All suggestions' : 'Suggestion'} ${accept ? 'accepted' : 'rejected'}.`)
    // The pressed button goes with its line.
    title.current?.focus()
  }
  const show = ({ from, to }: OpenSuggestion) => {
    if (editor === null) return
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, Math.min(to, editor.state.doc.content.size))))
    const { node } = editor.view.domAtPos(from)
    ;(node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' })
    editor.view.focus()
  }
  return (
    <section id="field-suggestions" aria-labelledby="suggestions-title" className="panel flex flex-col gap-3">
      <h2 ref={title} id="suggestions-title" tabIndex={-1} className="text-sm font-semibold">
        Suggestions
      </h2>
      {!readOnly && (
        <label className="flex min-h-11 items-center gap-3 text-sm lg:min-h-8">
          <input type="checkbox" className="size-5 accent-accent" checked={on} aria-describedby="suggesting-hint" onChange={(event) => setOn(event.target.checked)} />
          <span>
            Suggesting
            <span id="suggesting-hint" className="block text-xs text-soft">
              {on ? 'What you change waits until it is accepted.' : 'What you change is changed at once.'}
            </span>
          </span>
        </label>
      )}
      {direct && on && (
        <div role="status" className="flex flex-col items-start gap-2 rounded-md border border-warn bg-warn-wash p-2 text-sm text-warn">
          <p>That change was made at once. Only words can be suggested; pictures, tables and the kind of a block change directly. You can undo it.</p>
          <button type="button" className="button button-small" onClick={dismiss}>
            Got it
          </button>
        </div>
      )}
      {open.length === 0 ? (
        <p className="text-sm text-soft">No open suggestions.</p>
      ) : (
        <>
          <ul className="flex flex-col gap-4">
            {open.map((one) => (
              <SuggestionLine key={one.id} suggestion={one} names={names} timeZone={timeZone} show={() => show(one)} decide={readOnly ? null : (accept) => decide(new Set([one.id]), accept)} />
            ))}
          </ul>
          {!readOnly && open.length > 1 && (
            <div className="flex flex-wrap gap-2 border-t border-rule pt-3">
              <button type="button" className="button button-small max-lg:min-h-11" onClick={() => decide('all', true)}>
                Accept all
              </button>
              <button type="button" className="button button-small max-lg:min-h-11" onClick={() => decide('all', false)}>
                Reject all
              </button>
            </div>
          )}
        </>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  )
}
