'use client'

import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import type { DeskFinding } from '../desk-types.ts'
import { decorationsFor, marksKey, marksPlugin } from './marks-plugin.ts'
import './copydesk-marks.css'

/** Keeps the marks in the text in step with the list. `onPick`: a mark was clicked; the same function for the life of the page. */
export function useMarks(editor: Editor | null, findings: readonly DeskFinding[], current: string | null, onPick: (id: string) => void): void {
  useEffect(() => {
    if (editor === null || editor.isDestroyed) return
    editor.registerPlugin(marksPlugin(onPick))
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(marksKey)
    }
  }, [editor, onPick])

  useEffect(() => {
    const before = editor === null || editor.isDestroyed ? undefined : marksKey.getState(editor.state)
    if (editor === null || before === undefined) return
    const marks = decorationsFor(editor.state.doc, { findings, current }, before)
    editor.view.dispatch(editor.state.tr.setMeta(marksKey, marks).setMeta('addToHistory', false))
  }, [editor, findings, current])
}
