import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { NoteView } from '#domain/notes.ts'
import type { Place } from '#domain/together/anchor.ts'
import { CONTROL_OF } from './selected-passage.ts'
import { textIndex } from './text-index.ts'

function selectInControl(element: Element | null, place: Place): void {
  if (!(element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement)) return
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
  element.setSelectionRange(place.from, place.to)
}

/** Puts the keyboard on the passage of a note, with its words selected. */
export function goToPassage(note: NoteView, place: Place, editor: Editor | null): void {
  const { anchor } = note
  if (anchor === null) return
  if (anchor.field === 'caption') return selectInControl(document.querySelector(`[data-asset-id="${CSS.escape(anchor.assetId)}"] [id$="-caption"]`), place)
  if (anchor.field !== 'body') return selectInControl(document.getElementById(CONTROL_OF[anchor.field] ?? ''), place)
  const range = editor === null ? null : textIndex(editor.state.doc).rangeOf(place)
  if (editor === null || range === null) return
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, range.from, range.to)))
  const { node } = editor.view.domAtPos(range.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
  editor.view.focus()
}

/** Puts the keyboard on a note of the panel; false where it is not there. */
export function goToNote(id: string): boolean {
  const element = document.getElementById(`note-${id}`)
  if (element === null) return false
  element.closest('details')?.setAttribute('open', '')
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
  return true
}
