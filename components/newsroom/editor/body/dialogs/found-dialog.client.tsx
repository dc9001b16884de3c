'use client'

import type { Editor } from '@tiptap/react'
import type { ReactNode } from 'react'
import { FieldBox } from '../../fields/field-box.tsx'
import { insertBlock } from '../move/insert-block.ts'
import { DialogFrame } from './dialog-frame.client.tsx'
import type { Answer } from './use-answer.client.ts'

/** Something that was found and can be put into the text. */
export type FoundLine = { id: string; name: string; detail: string; note: ReactNode }

type Props = {
  editor: Editor
  onClose: () => void
  /** `list`: what is found, for those who hear it; `none`: that nothing is. */
  words: { title: string; label: string; hint: string; list: string; none: string }
  id: string
  query: string
  onQuery: (query: string) => void
  answer: Pick<Answer<unknown>, 'waiting' | 'problem'>
  found: readonly FoundLine[]
  /** The block that stands for what was chosen. */
  blockFor: (id: string) => Parameters<typeof insertBlock>[1]
  children?: ReactNode
}

/** Finds something while one types, and puts what is chosen into the text as a block. */
export function FoundDialog({ editor, onClose, words, id, query, onQuery, answer, found, blockFor, children }: Props) {
  const choose = (chosen: string) => {
    onClose()
    editor.view.dispatch(insertBlock(editor.state, blockFor(chosen)))
    editor.commands.focus()
  }
  return (
    <DialogFrame editor={editor} title={words.title} onClose={onClose}>
      <div className="flex flex-col gap-3">
        <FieldBox id={id} label={words.label} problems={answer.problem === null ? [] : [{ message: answer.problem }]} hint={words.hint}>
          <input id={id} type="search" className="control" value={query} maxLength={100} onChange={(event) => onQuery(event.target.value)} />
        </FieldBox>
        <p role="status" className="text-sm text-soft">
          {answer.waiting ? 'Looking…' : found.length === 0 && answer.problem === null ? words.none : ''}
        </p>
        <ul aria-label={words.list} className="flex flex-col gap-1">
          {found.map((line) => (
            <li key={line.id}>
              <button type="button" className="flex min-h-11 w-full cursor-pointer flex-wrap items-center justify-between gap-2 rounded-sm border border-rule px-3 py-2 text-left text-sm hover:bg-wash" onClick={() => choose(line.id)}>
                <span>
                  <span className="font-semibold">{line.name}</span>
                  <span className="block text-xs text-soft">{line.detail}</span>
                </span>
                {line.note}
              </button>
            </li>
          ))}
        </ul>
        {children}
      </div>
    </DialogFrame>
  )
}
