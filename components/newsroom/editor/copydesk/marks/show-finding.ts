import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { focusField } from '../../checks-panel.client.tsx'
import type { DeskFinding } from '../desk-types.ts'
import { sourcesSaying } from './locate.ts'
import { markedRange } from './marks-plugin.ts'

function selectIn(id: string, { from, to }: { from: number; to: number }): boolean {
  if (!focusField(id)) return false
  const element = document.getElementById(id)
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) element.setSelectionRange(from, to)
  return true
}

/** Puts the cursor on a finding's passage, of a source on the words that it stands behind, and brings it into sight; false where it is gone. */
export function showFinding(editor: Editor | null, finding: DeskFinding): boolean {
  const { field, part } = finding.place
  if (field !== 'body' && field !== 'sources') return (part !== undefined && selectIn(`field-${field}-${part}`, finding.place)) || selectIn(`field-${field}`, finding.place)
  const range = editor === null ? null : field === 'sources' ? (sourcesSaying(editor.state.doc, finding.text)[0] ?? null) : markedRange(editor.state, finding)
  if (editor === null || range === null) return false
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, range.from, range.to)).scrollIntoView())
  editor.view.focus()
  const at = editor.view.domAtPos(range.from).node
  const element = at instanceof Element ? at : at.parentElement
  element?.scrollIntoView({ block: 'center' })
  return true
}
