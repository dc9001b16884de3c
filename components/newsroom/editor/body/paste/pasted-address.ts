import type { EditorState, Transaction } from '@tiptap/pm/state'
import { putBlock } from '../move/insert-block.ts'

/** Puts a web address as a link onto the empty line at the cursor; null where there is none in the story itself. `pos`: where its paragraph starts. */
export function pasteAddress(state: EditorState, url: string): { transaction: Transaction; pos: number } | null {
  const { $from, empty } = state.selection
  const link = state.schema.marks.link
  if (!empty || link === undefined || $from.depth !== 1 || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0) return null
  const transaction = state.tr.replaceSelectionWith(state.schema.text(url, [link.create({ href: url })]), false).removeStoredMark(link)
  return { transaction: transaction.scrollIntoView(), pos: $from.before() }
}

/** Turns the line with that address into a card of it; null where the line says something else by now. */
export function addressToCard(state: EditorState, { url, pos }: { url: string; pos: number }): Transaction | null {
  const line = pos < state.doc.content.size ? state.doc.nodeAt(pos) : null
  if (line?.type.name !== 'paragraph' || line.textContent !== url) return null
  return putBlock(state.tr, { from: pos, to: pos + line.nodeSize }, state.schema.nodeFromJSON({ type: 'embed', attrs: { url, title: '' } }))
}
