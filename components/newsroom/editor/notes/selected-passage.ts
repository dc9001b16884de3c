import type { Editor } from '@tiptap/core'
import { anchorAt, quoteAnchor, type Anchor, type TextField } from '#domain/together/anchor.ts'
import type * as Y from 'yjs'
import { textIndex } from './text-index.ts'

/** The controls of the single lines that a note can be about, by their ids. */
export const LINE_CONTROLS: Readonly<Record<string, TextField>> = {
  'field-headline': 'headline',
  'field-deck': 'deck',
  'field-lead-caption': 'leadCaption',
  'field-lead-alt': 'leadAlt',
  'field-lead-credit': 'leadCredit',
}
export const CONTROL_OF: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(LINE_CONTROLS).map(([id, field]) => [field, id]))

const isControl = (element: Element | null): element is HTMLTextAreaElement | HTMLInputElement => element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement

/** The passage that is selected in the text: the paragraph of the cursor where nothing is selected. */
function passageInText(doc: Y.Doc, editor: Editor): Anchor | null {
  const { empty, $from, from, to } = editor.state.selection
  const [start, end] = empty && $from.parent.isTextblock ? [$from.start(), $from.end()] : [from, to]
  return anchorAt(doc, 'body', textIndex(editor.state.doc).spanOf(start, end))
}

/**
 * What a note asked for now would be about: the words selected in the line or in the text that had the keyboard last
 * (`element`), the whole line where none are. null: the story as a whole.
 */
export function selectedPassage(doc: Y.Doc, editor: Editor | null, element: Element | null): Anchor | null {
  if (isControl(element)) {
    const { selectionStart, selectionEnd, value, id } = element
    const span = selectionStart === null || selectionEnd === null || selectionStart === selectionEnd ? { from: 0, to: value.length } : { from: selectionStart, to: selectionEnd }
    const line = LINE_CONTROLS[id]
    if (line !== undefined) return anchorAt(doc, line, span)
    const assetId = id.endsWith('-caption') ? element.closest('[data-asset-id]')?.getAttribute('data-asset-id') : null
    return assetId === null || assetId === undefined ? null : quoteAnchor({ field: 'caption', assetId }, value, span)
  }
  return editor === null || element === null || !editor.view.dom.contains(element) ? null : passageInText(doc, editor)
}
