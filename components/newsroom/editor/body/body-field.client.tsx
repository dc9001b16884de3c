'use client'

import { EditorContent, type Editor } from '@tiptap/react'
import { memo, useEffect, useState } from 'react'
import { focusField } from '../checks-panel.client.tsx'
import { useDesk, useProblems } from '../editor-context.client.tsx'
import { SaveStatus } from '../draft/save-status.client.tsx'
import { FieldProblems } from '../fields/field-box.tsx'
import { BodyProvider, type BodyDialog } from './body-context.client.tsx'
import { TextCount } from './count/text-count.client.tsx'
import { BodyDialogs } from './dialogs/body-dialogs.client.tsx'
import { FindPanel } from './find/find-panel.client.tsx'
import { BlockHandle } from './handle/block-handle.client.tsx'
import { addressToCard } from './paste/pasted-address.ts'
import { PasteNotice, type PasteNews } from './paste/paste-notice.client.tsx'
import { SlashMenu } from './slash/slash-menu.client.tsx'
import { slashState } from './slash/slash-state.ts'
import { FloatingToolbar } from './tools/floating-toolbar.client.tsx'
import { Toolbar } from './tools/toolbar.client.tsx'
import { useStoryEditor } from './use-story-editor.client.ts'
import './story-text.css'

/** The story's text with its tools; the save status stays in sight beside them. */
export function BodyField() {
  const { readOnly, addAsset } = useDesk()
  const problems = useProblems('body')
  const [dialog, setDialog] = useState<BodyDialog | null>(null)
  const [finding, setFinding] = useState<{ search: string; round: number } | null>(null)
  const [news, setNews] = useState<PasteNews | null>(null)
  const [slash] = useState(slashState)
  const find = (search: string) => setFinding((now) => ({ search, round: (now?.round ?? 0) + 1 }))
  const editor = useStoryEditor({ onOpen: setDialog, onFind: find, onPictures: (count) => setNews({ kind: 'pictures', ...count }), onAsset: addAsset, onAddress: (pasted) => setNews({ kind: 'address', ...pasted }) }, slash)
  useFieldOfAddress(editor)
  return (
    <BodyProvider open={setDialog}>
      <div className="flex min-w-0 flex-col">
        <div className="sticky top-0 z-10 -mx-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule bg-paper px-1 py-1">
          <Toolbar editor={editor} disabled={readOnly} onOpen={setDialog} onFind={() => find('')} />
          <SaveStatus />
          {editor !== null && finding !== null && <FindPanel editor={editor} readOnly={readOnly} start={finding} onClose={() => setFinding(null)} />}
        </div>
        {news !== null && (
          <PasteNotice
            news={news}
            onClose={() => setNews(null)}
            onCard={(pasted) => {
              const changed = editor === null ? null : addressToCard(editor.state, pasted)
              if (changed !== null) editor?.view.dispatch(changed)
              editor?.commands.focus()
            }}
          />
        )}
        <div className="relative">
          {editor !== null && !readOnly && <BlockHandle editor={editor} />}
          <StoryText editor={editor} />
          {editor !== null && !readOnly && <FloatingToolbar editor={editor} onOpen={setDialog} />}
        </div>
        {editor !== null && <SlashMenu editor={editor} state={slash} />}
        {editor === null && <p className="py-3 text-soft">Opening the text…</p>}
        <p id="field-body-help" className="sr-only">
          Type a slash on an empty line to choose a block. Press Alt and F10 for the text tools, Control or Command and slash for all shortcuts.
        </p>
        <FieldProblems id="field-body" problems={problems} />
        <TextCount editor={editor} />
        {editor !== null && dialog !== null && <BodyDialogs editor={editor} dialog={dialog} onClose={() => setDialog(null)} />}
      </div>
    </BodyProvider>
  )
}

/** Drawn once: what changes in the text is ProseMirror's to draw. */
const StoryText = memo(function StoryText({ editor }: { editor: Editor | null }) {
  return <EditorContent editor={editor} />
})

/** A check on another page links to a field here; the text and its pictures are there only now. */
function useFieldOfAddress(editor: Editor | null): void {
  const { ready } = useDesk()
  useEffect(() => {
    const id = window.location.hash.slice(1)
    if (editor === null || !ready || !id.startsWith('field-')) return
    const frame = requestAnimationFrame(() => focusField(id))
    return () => cancelAnimationFrame(frame)
  }, [editor, ready])
}
