import type { Node } from '@tiptap/pm/model'
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'

/** A block that can be moved: a block of the text, or a picture inside a gallery. `pos` is where it starts. */
export type Place = { pos: number; node: Node }

/** The block that holds the cursor; the picture itself where one of a gallery is selected. null in an empty document. */
export function blockAtCursor(state: EditorState): Place | null {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.$from.parent.type.name === 'gallery') return { pos: selection.from, node: selection.node }
  const { $from } = selection
  const pos = $from.depth === 0 ? $from.pos : $from.before(1)
  const node = state.doc.nodeAt(pos)
  return node === null ? null : { pos, node }
}

/** Swaps the block at `pos` with its neighbour above (-1) or below (1), and keeps it selected; null at the edge. */
export function moveBlock(state: EditorState, pos: number, by: -1 | 1): Transaction | null {
  const $pos = state.doc.resolve(pos)
  const index = $pos.index()
  return moveBlockTo(state, pos, by === -1 ? index - 1 : index + 2)
}

/**
 * Takes the block at `pos` out and puts it before the block that is `index`-th in the same parent now (the number of
 * blocks: at the end). null where that changes nothing or there is no such place.
 */
export function moveBlockTo(state: EditorState, pos: number, index: number): Transaction | null {
  const $pos = state.doc.resolve(pos)
  const { parent } = $pos
  const own = $pos.index()
  const block = $pos.nodeAfter
  if (block === null || index < 0 || index > parent.childCount || index === own || index === own + 1) return null
  let target = $pos.start()
  for (let before = 0; before < index; before += 1) target += parent.child(before).nodeSize
  const moved = state.tr.delete(pos, pos + block.nodeSize)
  const at = moved.mapping.map(target)
  moved.insert(at, block)
  return moved.setSelection(selectionAfterMove(state, moved, { pos, node: block }, at))
}

function selectionAfterMove(state: EditorState, moved: Transaction, from: Place, to: number) {
  const { selection } = state
  const isInside = selection instanceof TextSelection && selection.from > from.pos && selection.to < from.pos + from.node.nodeSize
  if (isInside) return TextSelection.create(moved.doc, selection.anchor - from.pos + to, selection.head - from.pos + to)
  return NodeSelection.isSelectable(from.node) ? NodeSelection.create(moved.doc, to) : TextSelection.near(moved.doc.resolve(to + 1))
}

/** Where a new block goes: in place of an empty paragraph at the cursor, else after the block that holds the cursor. */
export function insertionRange(state: EditorState): { from: number; to: number } {
  const { $to } = state.selection
  if ($to.depth === 0) return { from: state.selection.to, to: state.selection.to }
  const block = $to.node(1)
  const isBlank = block.type.name === 'paragraph' && block.content.size === 0
  return isBlank ? { from: $to.before(1), to: $to.after(1) } : { from: $to.after(1), to: $to.after(1) }
}
