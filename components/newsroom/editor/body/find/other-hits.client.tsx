'use client'

import { useEditorState, type Editor } from '@tiptap/react'
import { useState } from 'react'
import { focusField } from '../../checks-panel.client.tsx'
import { useDesk, useDraftPart } from '../../editor-context.client.tsx'
import { findElsewhere, replaceAbove, replacedWords, replaceInBlock, type OtherHit } from './find-elsewhere.ts'
import type { FindQuery } from './find-query.ts'

type Props = { editor: Editor; query: FindQuery; readOnly: boolean; /** A place was replaced; its button is gone. */ onReplaced: () => void }

/** What is sought outside of the text: each place with a way there, and replaced one by one. */
export function OtherHits({ editor, query, readOnly, onReplaced }: Props) {
  const { session } = useDesk()
  const [problem, setProblem] = useState('')
  const headline = useDraftPart(session, (view) => view.content.headline)
  const deck = useDraftPart(session, (view) => view.content.deck)
  const lead = useDraftPart(session, (view) => view.content.lead)
  // Asked anew with every change of the text, but only while this panel is open and something is sought.
  const hits = useEditorState({ editor, selector: ({ editor: now }) => findElsewhere({ headline, deck, lead }, now.state.doc, query) })
  if (hits.length === 0) return null
  const jump = ({ field, pos }: OtherHit) => {
    if (field !== null && focusField(field)) return
    const dom = pos === null ? null : editor.view.nodeDOM(pos)
    if (!(dom instanceof HTMLElement)) return
    dom.scrollIntoView({ block: 'center' })
    dom.querySelector<HTMLElement>('input, textarea')?.focus()
  }
  const replace = (hit: OtherHit) => {
    const words = replacedWords(hit, query)
    if (words === null) return setProblem(`${hit.label}: with that it would be too long.`)
    setProblem('')
    const changed = replaceInBlock(editor.state, hit, words)
    if (changed !== null) editor.view.dispatch(changed)
    if (hit.pos === null) session.change(replaceAbove(hit, words, lead))
    onReplaced()
  }
  return (
    <div className="border-t border-rule pt-2">
      <h3 className="text-xs font-semibold text-soft">Outside of the text</h3>
      <ul aria-label="Outside of the text" className="flex flex-col">
        {hits.map((hit) => (
          <li key={hit.id} className="flex flex-wrap items-center justify-between gap-2 py-0.5">
            <button type="button" className="text-link min-h-8 min-w-0 cursor-pointer truncate text-left pointer-coarse:min-h-11" onClick={() => jump(hit)}>
              {hit.label}: {hit.words}
            </button>
            {!readOnly && (
              <button type="button" className="button button-small pointer-coarse:min-h-11" onClick={() => replace(hit)}>
                Replace {hit.count === 1 ? 'it' : `all ${hit.count}`}
                <span className="sr-only"> in {hit.label}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {problem !== '' && (
        <p role="alert" className="font-semibold text-bad">
          {problem}
        </p>
      )}
    </div>
  )
}
