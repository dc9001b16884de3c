import { getMarkRange, type Editor } from '@tiptap/core'

/** Where a mark of a passage goes. */
export type Passage = { from: number; to: number; words: string }

/**
 * The passage that a mark is to stand on: all of the one that bears it at the cursor, else the selection, else the word before the
 * cursor. null: there are no words there.
 */
export function passageFor(editor: Editor, markName: string): Passage | null {
  const { doc, schema, selection } = editor.state
  const type = schema.marks[markName]
  const present = type === undefined || !editor.isActive(markName) ? undefined : getMarkRange(selection.$from, type)
  const range = present ?? (selection.empty ? wordBefore(editor) : selection)
  if (range === null) return null
  const words = doc.textBetween(range.from, range.to, ' ')
  return words.trim() === '' ? null : { from: range.from, to: range.to, words }
}

function wordBefore(editor: Editor): { from: number; to: number } | null {
  const { $from } = editor.state.selection
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const word = /[^\s\ufffc]+$/.exec(before)
  return word === null ? null : { from: $from.pos - word[0].length, to: $from.pos }
}
