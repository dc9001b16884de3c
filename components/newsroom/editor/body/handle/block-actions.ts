import type { EditorState, Transaction } from '@tiptap/pm/state'
import { deleteBlock, duplicateBlock, textKindOf, TEXT_KIND_NAMES, TEXT_KINDS, turnInto } from '../move/change-block.ts'
import { canGather, gatherGallery, scatterGallery } from '../move/galleries.ts'
import { moveBlock } from '../move/move-block.ts'

export type BlockAction = { id: string; label: string; keys?: string; change: (state: EditorState) => Transaction | null }

/** What can be done with the block at `pos` as a whole. */
export function blockActions(state: EditorState, pos: number): BlockAction[] {
  const block = pos < state.doc.content.size ? state.doc.nodeAt(pos) : null
  if (block === null) return []
  const kind = textKindOf(block)
  return [
    { id: 'up', label: 'Move up', keys: 'Alt-Shift-ArrowUp', change: (now) => moveBlock(now, pos, -1) },
    { id: 'down', label: 'Move down', keys: 'Alt-Shift-ArrowDown', change: (now) => moveBlock(now, pos, 1) },
    { id: 'duplicate', label: 'Duplicate', change: (now) => duplicateBlock(now, pos) },
    ...(kind === null
      ? []
      : TEXT_KINDS.filter((other) => other !== kind).map((other): BlockAction => ({ id: other, label: `Turn into ${TEXT_KIND_NAMES[other]}`, change: (now) => turnInto(now, pos, other) }))),
    ...(canGather(state, pos) ? [{ id: 'gather', label: 'Make a gallery of these pictures', change: (now: EditorState) => gatherGallery(now, pos) }] : []),
    ...(block.type.name === 'gallery' ? [{ id: 'scatter', label: 'Turn into single pictures', change: (now: EditorState) => scatterGallery(now, pos) }] : []),
    { id: 'delete', label: 'Delete', change: (now) => deleteBlock(now, pos) },
  ]
}
