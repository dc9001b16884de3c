import type { EditorState, Transaction } from '@tiptap/pm/state'
import { NodeSelection } from '@tiptap/pm/state'

/** Swaps the top-level block at `pos` with its neighbour above (-1) or below (1), and selects it; null at the edge. */
export function moveBlock(state: EditorState, pos: number, by: -1 | 1): Transaction | null {
  const index = state.doc.resolve(pos).index(0)
  const block = state.doc.maybeChild(index)
  const neighbour = state.doc.maybeChild(index + by)
  if (block === null || neighbour === null || index + by < 0) return null
  const target = by === -1 ? pos - neighbour.nodeSize : pos + neighbour.nodeSize
  const moved = state.tr.delete(pos, pos + block.nodeSize).insert(target, block)
  return NodeSelection.isSelectable(block) ? moved.setSelection(NodeSelection.create(moved.doc, target)) : moved
}

/** Which picture of the body the one at `pos` is, counted from 1 as the publish checks count. */
export function pictureNumber(state: EditorState, pos: number): number {
  let number = 1
  state.doc.forEach((node, offset) => {
    if (node.type.name === 'image' && offset < pos) number += 1
  })
  return number
}

/** Where a new block goes: in place of an empty paragraph at the cursor, else after the block that holds the cursor. */
export function insertionRange(state: EditorState): { from: number; to: number } {
  const { $to } = state.selection
  if ($to.depth === 0) return { from: state.selection.to, to: state.selection.to }
  const block = $to.node(1)
  const isBlank = block.type.name === 'paragraph' && block.content.size === 0
  return isBlank ? { from: $to.before(1), to: $to.after(1) } : { from: $to.after(1), to: $to.after(1) }
}
