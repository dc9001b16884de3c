'use client'

import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { isSafeHref } from '#domain/document/schema.ts'
import { describedBy, FieldBox } from '../../fields/field-box.tsx'
import { DialogForm, DialogFrame } from './dialog-frame.client.tsx'
import { passageFor } from './passage.ts'

const attributeOf = (editor: Editor, name: string): string => {
  const value: unknown = editor.getAttributes('source')[name]
  return typeof value === 'string' ? value : ''
}

/** Sets, changes or removes the source of the words at the cursor: a footnote for readers. */
export function SourceDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [passage] = useState(() => passageFor(editor, 'source'))
  const present = attributeOf(editor, 'note')
  const [note, setNote] = useState(present)
  const [href, setHref] = useState(attributeOf(editor, 'href'))
  const [tried, setTried] = useState(false)
  const address = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#].*)?$/i.test(href.trim()) ? `https://${href.trim()}` : href.trim()
  const noteProblems = tried && note.trim() === '' ? [{ message: 'Say where this comes from.' }] : []
  const isAddress = address === '' || (address.startsWith('https://') && isSafeHref(address))
  const hrefProblems = tried && !isAddress ? [{ message: 'Enter an address that begins with https://, or leave it empty.' }] : []

  const apply = () => {
    setTried(true)
    if (passage === null || note.trim() === '' || !isAddress) return
    onClose()
    editor.chain().focus().setTextSelection(passage).setMark('source', { note: note.trim(), href: address === '' ? null : address }).setTextSelection(passage.to).run()
  }
  const remove = () => {
    onClose()
    if (passage !== null) editor.chain().focus().setTextSelection(passage).unsetMark('source').setTextSelection(passage.to).run()
  }
  return (
    <DialogFrame editor={editor} title={present === '' ? 'Add a source' : 'Change the source'} onClose={onClose}>
      {passage === null ? (
        <p className="text-sm">Put the cursor behind the words that the source stands for, or select them, and try again.</p>
      ) : (
        <DialogForm onSubmit={apply} submit={present === '' ? 'Add source' : 'Change source'} remove={present === '' ? null : { label: 'Remove source', take: remove }}>
          <p className="text-sm text-soft">
            A footnote behind “<span dir="auto">{passage.words.length > 80 ? `…${passage.words.slice(-80)}` : passage.words}</span>”.
          </p>
          <FieldBox id="source-note" label="Source" problems={noteProblems} hint="Such as: District budget for 2026-27, page 14.">
            <textarea id="source-note" className="control" rows={3} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} {...describedBy('source-note', { hint: true, problems: noteProblems })} />
          </FieldBox>
          <FieldBox id="source-href" label="Web address (optional)" problems={hrefProblems}>
            <input id="source-href" className="control" inputMode="url" autoCapitalize="none" autoComplete="off" spellCheck={false} maxLength={2000} value={href} onChange={(event) => setHref(event.target.value)} {...describedBy('source-href', { hint: false, problems: hrefProblems })} />
          </FieldBox>
        </DialogForm>
      )}
    </DialogFrame>
  )
}
