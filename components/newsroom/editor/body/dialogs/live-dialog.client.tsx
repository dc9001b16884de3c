'use client'

import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { FieldBox } from '../../fields/field-box.tsx'
import { Modal } from '../modal.client.tsx'
import { insertBlock } from '../move/insert-block.ts'
import { findLive, LIVE_KINDS, type LiveKind } from './live-choices.ts'
import { useAnswer } from './use-answer.client.ts'

/** Finds a game or a poll and puts its block into the text. */
export function LiveDialog({ editor, kind, onClose }: { editor: Editor; kind: LiveKind; onClose: () => void }) {
  const [query, setQuery] = useState('')
  const answer = useAnswer(query, (signal) => findLive(kind, query, signal))
  const words = LIVE_KINDS[kind]
  const found = answer.value ?? []
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  return (
    <Modal title={words.title} onClose={close}>
      <div className="flex flex-col gap-3">
        <FieldBox id="live-query" label={words.label} problems={answer.problem === null ? [] : [{ message: answer.problem }]} hint={words.hint}>
          <input id="live-query" type="search" className="control" value={query} maxLength={100} onChange={(event) => setQuery(event.target.value)} />
        </FieldBox>
        <p role="status" className="text-sm text-soft">
          {answer.waiting ? 'Looking…' : found.length === 0 && answer.problem === null ? words.none : ''}
        </p>
        <ul aria-label="Found" className="flex flex-col gap-1">
          {found.map((line) => (
            <li key={line.id}>
              <button
                type="button"
                className="flex min-h-11 w-full cursor-pointer flex-wrap items-center justify-between gap-2 rounded-sm border border-rule px-3 py-2 text-left text-sm hover:bg-wash"
                onClick={() => {
                  onClose()
                  editor.view.dispatch(insertBlock(editor.state, { type: kind, attrs: { [words.attribute]: line.id } }))
                  editor.commands.focus()
                }}
              >
                <span>
                  <span className="font-semibold">{line.label}</span>
                  <span className="block text-xs text-soft">{line.detail}</span>
                </span>
                <span className="text-xs text-soft">{line.note}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="text-sm">
          <a className="text-link inline-block py-1" href={words.make.href} target="_blank" rel="noopener">
            {words.make.label}
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        </p>
      </div>
    </Modal>
  )
}
