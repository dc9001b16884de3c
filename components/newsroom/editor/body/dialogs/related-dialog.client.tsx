'use client'

import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { useEditing } from '../../editor-context.client.tsx'
import { FieldBox } from '../../fields/field-box.tsx'
import { Modal } from '../modal.client.tsx'
import { insertBlock } from '../move/insert-block.ts'
import { findStories } from './related-stories.ts'
import { useAnswer } from './use-answer.client.ts'

/** Finds another story of this paper and puts its card into the text. */
export function RelatedDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { story } = useEditing()
  const [query, setQuery] = useState('')
  const answer = useAnswer(query, (signal) => findStories(query, signal))
  const found = (answer.value ?? []).filter(({ id }) => id !== story.id)
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  return (
    <Modal title="Insert a related story" onClose={close}>
      <div className="flex flex-col gap-3">
        <FieldBox id="related-query" label="Words of the headline" problems={answer.problem === null ? [] : [{ message: answer.problem }]} hint="Readers see the card while that story is live.">
          <input id="related-query" type="search" className="control" value={query} maxLength={100} onChange={(event) => setQuery(event.target.value)} />
        </FieldBox>
        <p role="status" className="text-sm text-soft">
          {answer.waiting ? 'Looking…' : found.length === 0 && answer.problem === null ? 'No story found.' : ''}
        </p>
        <ul aria-label="Stories" className="flex flex-col gap-1">
          {found.map((line) => (
            <li key={line.id}>
              <button
                type="button"
                className="flex min-h-11 w-full cursor-pointer flex-wrap items-center justify-between gap-2 rounded-sm border border-rule px-3 py-2 text-left text-sm hover:bg-wash"
                onClick={() => {
                  onClose()
                  editor.view.dispatch(insertBlock(editor.state, { type: 'relatedStory', attrs: { storyId: line.id } }))
                  editor.commands.focus()
                }}
              >
                <span>
                  <span className="font-semibold">{line.headline || 'No headline yet'}</span>
                  <span className="block text-xs text-soft">{line.section ?? 'No section yet'}</span>
                </span>
                <StateBadge state={line.state} live={line.live} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}
