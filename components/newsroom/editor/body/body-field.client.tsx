'use client'

import { EditorContent } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { plainText, wordCount } from '#domain/document/plain-text.ts'
import { focusField } from '../checks-panel.client.tsx'
import { useEditing, useProblems } from '../editor-context.client.tsx'
import { SaveStatus } from '../draft/save-status.client.tsx'
import { FieldProblems } from '../fields/field-box.tsx'
import { LinkDialog } from './link-dialog.client.tsx'
import { PictureDialog } from './picture-dialog.client.tsx'
import { Toolbar } from './toolbar.client.tsx'
import { useStoryEditor } from './use-story-editor.client.ts'
import './story-text.css'

/** The story's text with its tools; the save status stays in sight beside them. */
export function BodyField() {
  const { view, readOnly } = useEditing()
  const problems = useProblems('body')
  const [open, setOpen] = useState<'link' | 'picture' | null>(null)
  const [droppedPicture, setDroppedPicture] = useState(false)
  const editor = useStoryEditor({ onLink: () => setOpen('link'), onForeignPicture: () => setDroppedPicture(true) })
  // A check on another page links to a field here; the text and its pictures are there only now.
  useEffect(() => {
    const id = window.location.hash.slice(1)
    if (editor === null || view.epoch > 0 || !id.startsWith('field-')) return
    const frame = requestAnimationFrame(() => focusField(id))
    return () => cancelAnimationFrame(frame)
    // Once, when the editor has opened.
  }, [editor]) // eslint-disable-line react-hooks/exhaustive-deps
  const words = wordCount(plainText(view.content.body))
  return (
    <div className="flex flex-col">
      <div className="sticky top-0 z-10 -mx-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule bg-paper px-1 py-2">
        <Toolbar editor={editor} disabled={readOnly} onOpen={setOpen} />
        <SaveStatus />
      </div>
      {droppedPicture && (
        <div role="status" className="mt-2 flex items-center justify-between gap-2 rounded-md border border-warn bg-warn-wash px-3 py-2 text-sm text-warn">
          <p>Pictures are uploaded, not pasted: use Insert picture.</p>
          <button type="button" className="button button-small" onClick={() => setDroppedPicture(false)}>
            Got it
          </button>
        </div>
      )}
      <EditorContent editor={editor} />
      {editor === null && <p className="py-3 text-soft">Opening the text…</p>}
      <p id="field-body-help" className="sr-only">
        Press Alt and F10 for the text tools.
      </p>
      <FieldProblems id="field-body" problems={problems} />
      <p className="border-t border-rule pt-2 text-xs text-soft">
        {words} {words === 1 ? 'word' : 'words'}
      </p>
      {editor !== null && open === 'link' && <LinkDialog editor={editor} onClose={() => setOpen(null)} />}
      {editor !== null && open === 'picture' && <PictureDialog editor={editor} onClose={() => setOpen(null)} />}
    </div>
  )
}
