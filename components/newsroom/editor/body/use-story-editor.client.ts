'use client'

import { Extension, type AnyExtension } from '@tiptap/core'
import { useEditor, type Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { useDesk } from '../editor-context.client.tsx'
import { NotePassages } from '../notes/note-passages.ts'
import { authorOf, Suggesting } from '../suggest/suggesting.ts'
import { collaborationExtensions } from '../together/collaboration.ts'
import type { Shared } from '../together/shared.ts'
import { blockViews } from './blocks/block-views.ts'
import type { BodyDialog } from './body-context.client.tsx'
import { useSetStoryEditorInstance } from './editor-instance.client.tsx'
import { findExtension } from './find/find-extension.ts'
import { MoveKeys } from './move/move-keys.ts'
import { pasteHandlers, type PasteListeners } from './paste/paste-handlers.ts'
import { RestingBlocks } from './rest/resting-blocks.ts'
import { slashExtension } from './slash/slash-extension.ts'
import type { SlashState } from './slash/slash-state.ts'
import { storyExtensions } from './story-extensions.ts'

type Listeners = PasteListeners & {
  onOpen: (dialog: BodyDialog) => void
  /** `selected`: the words to look for, '' for none. */
  onFind: (selected: string) => void
}

/** Where Alt-F10 goes: to the tools of the selected words where they show, else to the toolbar. */
function focusTools(): boolean {
  const stop = '[data-stop][tabindex="0"]'
  document.querySelector<HTMLElement>(`#selection-toolbar ${stop}`)?.focus()
  if (document.activeElement?.closest('#selection-toolbar') === null) document.querySelector<HTMLElement>(`#story-toolbar ${stop}`)?.focus()
  return true
}

/**
 * The browser tells of a moved cursor a moment after it moved, and later when there is much to do: Enter right behind
 * the End key would split the line where the cursor was before. So a key asks first.
 */
function hearSelection(_view: unknown, event: KeyboardEvent): false {
  if (!event.isComposing) document.dispatchEvent(new Event('selectionchange'))
  return false
}

function makeOptions(latest: { current: Listeners }, shared: Shared, slash: SlashState) {
  const keys = Extension.create({
    name: 'editorKeys',
    addKeyboardShortcuts: () => ({
      'Mod-k': () => (latest.current.onOpen({ kind: 'link' }), true),
      'Mod-Alt-f': () => (latest.current.onOpen({ kind: 'source' }), true),
      'Mod-Alt-l': () => (latest.current.onOpen({ kind: 'language' }), true),
      'Mod-/': () => (latest.current.onOpen({ kind: 'keys' }), true),
      'Alt-F10': focusTools,
    }),
  })
  /** Everything that the text is made of; panels beside it add what they need here. */
  const extensions: AnyExtension[] = [
    ...storyExtensions,
    ...blockViews,
    ...collaborationExtensions(shared),
    MoveKeys,
    findExtension((selected) => latest.current.onFind(selected)),
    slashExtension({ state: slash, open: (dialog) => latest.current.onOpen(dialog) }),
    NotePassages,
    RestingBlocks,
    Suggesting.configure({ author: authorOf(shared.me.userId, Date.now) }),
    keys,
  ]
  return {
    extensions,
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
      ...pasteHandlers(latest),
      handleDOMEvents: { keydown: hearSelection },
    },
  }
}

/** The rich-text editor of the open story; null until script runs. Its text is the shared document's, which may fill in later. */
export function useStoryEditor(listeners: Listeners, slash: SlashState): Editor | null {
  const { shared, readOnly } = useDesk()
  const [latest] = useState<{ current: Listeners }>(() => ({ current: listeners }))
  useEffect(() => {
    latest.current = listeners
  })
  const [options] = useState(() => makeOptions(latest, shared, slash))
  const editor = useEditor(options)
  const makeKnown = useSetStoryEditorInstance()
  useEffect(() => {
    makeKnown(editor)
    return () => makeKnown(null)
  }, [editor, makeKnown])
  useEffect(() => {
    editor?.setEditable(!readOnly, false)
    editor?.view.dom.setAttribute('aria-readonly', String(readOnly))
  }, [editor, readOnly])
  return editor
}
