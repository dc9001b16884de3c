'use client'

import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { FoundDialog } from './found-dialog.client.tsx'
import { findLive, LIVE_KINDS, type LiveKind } from './live-choices.ts'
import { useAnswer } from './use-answer.client.ts'

/** Finds a game or a poll and puts its block into the text. */
export function LiveDialog({ editor, kind, onClose }: { editor: Editor; kind: LiveKind; onClose: () => void }) {
  const [query, setQuery] = useState('')
  const answer = useAnswer(query, (signal) => findLive(kind, query, signal))
  const { make, attribute, ...words } = LIVE_KINDS[kind]
  const found = (answer.value ?? []).map(({ id, label, detail, note }) => ({ id, name: label, detail, note: <span className="text-xs text-soft">{note}</span> }))
  return (
    <FoundDialog editor={editor} onClose={onClose} words={{ ...words, list: 'Found' }} id="live-query" query={query} onQuery={setQuery} answer={answer} found={found} blockFor={(id) => ({ type: kind, attrs: { [attribute]: id } })}>
      <p className="text-sm">
        <a className="text-link inline-block py-1" href={make.href} target="_blank" rel="noopener">
          {make.label}
          <span className="sr-only"> (opens in a new tab)</span>
        </a>
      </p>
    </FoundDialog>
  )
}
