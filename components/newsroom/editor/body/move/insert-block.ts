import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { insertionRange } from './move-block.ts'

/** Puts a block into the text, in place of the empty paragraph at the cursor or after the block that holds it. */
export function insertBlock(state: EditorState, json: { type: string; attrs?: object; content?: object[] }): Transaction {
  return putBlock(state.tr, insertionRange(state), state.schema.nodeFromJSON(json))
}

/**
 * Puts a block in place of a part of the text. The cursor goes into it where it can be written in, behind a divider, and
 * else the block is selected.
 */
export function putBlock(tr: Transaction, { from, to }: { from: number; to: number }, block: Node): Transaction {
  tr.replaceWith(from, to, block)
  const after = from + block.nodeSize
  const isWritten = !block.isAtom && block.type.name !== 'gallery'
  const next = tr.doc.resolve(after).nodeAfter
  // A block that cannot be written in needs a line below it, or one could not go on.
  if (!isWritten && (next === null || (block.type.name === 'divider' && !next.isTextblock))) tr.insert(after, block.type.schema.nodeFromJSON({ type: 'paragraph' }))
  if (block.type.name === 'divider') return tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1))).scrollIntoView()
  return tr.setSelection(isWritten ? TextSelection.near(tr.doc.resolve(from + 1)) : NodeSelection.create(tr.doc, from)).scrollIntoView()
}
