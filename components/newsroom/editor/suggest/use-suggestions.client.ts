'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { openSuggestions, type OpenSuggestion } from './resolve.ts'
import { isSuggesting } from './suggesting.ts'

const NONE: readonly OpenSuggestion[] = []
const same = (a: readonly OpenSuggestion[], b: readonly OpenSuggestion[]) =>
  a.length === b.length && a.every((one, index) => one.id === b[index]?.id && one.inserted === b[index]?.inserted && one.deleted === b[index]?.deleted)
/** The list beside the text follows it this long after a change. */
const SOON_MS = 200

/** The open suggestions of the text, followed while people type. */
export function useOpenSuggestions(editor: Editor | null): readonly OpenSuggestion[] {
  const [found, setFound] = useState<readonly OpenSuggestion[]>(NONE)
  useEffect(() => {
    if (editor === null) return
    let due: ReturnType<typeof setTimeout> | null = null
    const look = () => {
      due = null
      const now = openSuggestions(editor.state.doc)
      setFound((before) => (same(before, now) ? before : now))
    }
    const changed = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) due ??= setTimeout(look, SOON_MS)
    }
    due = setTimeout(look, 0)
    editor.on('transaction', changed)
    return () => {
      editor.off('transaction', changed)
      if (due !== null) clearTimeout(due)
    }
  }, [editor])
  return found
}

/** Whether changes are suggestions now, and the switch. `first`: how it stands when the text opens. */
export function useSuggesting(editor: Editor | null, first: boolean): [boolean, (on: boolean) => void] {
  useEffect(() => {
    editor?.commands.setSuggesting(first)
    // Once for each text that opens; after that the person switches.
  }, [editor]) // eslint-disable-line react-hooks/exhaustive-deps
  const on = useEditorState({ editor, selector: ({ editor: now }) => now !== null && isSuggesting(now.state) })
  return [on ?? first, (next) => editor?.commands.setSuggesting(next)]
}

/** Whether something was just changed at once because it cannot be a suggestion; shown until `dismiss`. */
export function useDirectChange(editor: Editor | null): [boolean, () => void] {
  const [happened, setHappened] = useState(false)
  useEffect(() => {
    if (editor === null) return
    const { suggesting } = editor.storage
    suggesting.onDirect = () => setHappened(true)
    return () => {
      suggesting.onDirect = () => {}
    }
  }, [editor])
  return [happened, () => setHappened(false)]
}
