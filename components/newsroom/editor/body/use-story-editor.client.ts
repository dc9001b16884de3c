'use client'

import { Extension } from '@tiptap/core'
import { useEditor, type Editor, type JSONContent } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type { StoryDocument } from '#domain/document/schema.ts'
import { useEditing } from '../editor-context.client.tsx'
import { StoryImageField } from './image-view.client.tsx'
import { bringsOnlyFiles, bringsPictures } from './pasted-pictures.ts'
import { PullQuoteField } from './pull-quote-view.client.tsx'
import { storyExtensions } from './story-extensions.ts'
import { toStoryDocument } from './to-story-document.ts'

type Listeners = { onLink: () => void; onForeignPicture: () => void }

/** What the fixed options of the editor call; always the newest. */
type Latest = Listeners & { save: (editor: Editor) => void }

/** The same document in the type that the editor takes. */
function asContent(document: StoryDocument): JSONContent {
  return JSON.parse(JSON.stringify(document))
}

function makeOptions(latest: { current: Latest }, content: StoryDocument) {
  const keys = Extension.create({
    name: 'editorKeys',
    addKeyboardShortcuts: () => ({
      'Mod-k': () => (latest.current.onLink(), true),
      'Alt-F10': () => (document.querySelector<HTMLElement>('#story-toolbar button[tabindex="0"]')?.focus(), true),
    }),
  })
  const refuseFiles = (data: DataTransfer | null) => {
    if (!bringsOnlyFiles(data)) return false
    latest.current.onForeignPicture()
    return true
  }
  return {
    extensions: [...storyExtensions, PullQuoteField, StoryImageField, keys],
    content: asContent(content),
    injectCSS: false,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        id: 'field-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Story text',
        'aria-describedby': 'field-body-help',
        class: 'story-text',
      },
      transformPastedHTML: (html: string) => {
        if (bringsPictures(html)) latest.current.onForeignPicture()
        return html
      },
      handlePaste: (_view: unknown, event: ClipboardEvent) => refuseFiles(event.clipboardData),
      handleDrop: (_view: unknown, event: DragEvent) => {
        const refused = refuseFiles(event.dataTransfer)
        if (refused) event.preventDefault()
        return refused
      },
    },
    onUpdate: ({ editor }: { editor: Editor }) => latest.current.save(editor),
  }
}

/** The rich-text editor of the open story; null until script runs. */
export function useStoryEditor(listeners: Listeners): Editor | null {
  const { view, session, readOnly } = useEditing()
  const [latest] = useState<{ current: Latest }>(() => ({ current: { ...listeners, save: () => {} } }))
  useEffect(() => {
    latest.current = { ...listeners, save: (editor) => session.change({ body: toStoryDocument(editor.getJSON()) }) }
  })
  const [options] = useState(() => makeOptions(latest, view.content.body))
  const editor = useEditor(options)
  useEffect(() => {
    editor?.setEditable(!readOnly, false)
    editor?.view.dom.setAttribute('aria-readonly', String(readOnly))
  }, [editor, readOnly])
  return editor
}
