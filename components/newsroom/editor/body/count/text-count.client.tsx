'use client'

import { useEditorState, type Editor } from '@tiptap/react'
import { useMemo } from 'react'
import { plainText, wordCount } from '#domain/document/plain-text.ts'
import { useDesk, useDraftPart } from '../../editor-context.client.tsx'
import { inWords, readingMinutes } from './reading-time.ts'

/** How long the text is and takes to read, and how long what is selected is. Counted from what the screen follows, not with every letter. */
export function TextCount({ editor }: { editor: Editor | null }) {
  const body = useDraftPart(useDesk().session, (view) => view.content.body)
  const words = useMemo(() => wordCount(plainText(body)), [body])
  const selected = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      if (now === null || now.state.selection.empty) return 0
      const { from, to } = now.state.selection
      return wordCount(now.state.doc.textBetween(from, to, ' ', ' '))
    },
  })
  const minutes = readingMinutes(words)
  return (
    <p className="flex flex-wrap gap-x-4 border-t border-rule pt-2 text-xs text-soft">
      <span>{inWords(words)}</span>
      {minutes > 0 && <span>{minutes === 1 ? '1 minute to read' : `${minutes} minutes to read`}</span>}
      {selected !== null && selected > 0 && <span>{inWords(selected)} selected</span>}
    </p>
  )
}
