import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap'

/** Whether a change puts in, takes out or moves blocks, at any depth, and so is more than writing within one. */
export function changesBlocks(before: Node, after: Node): boolean {
  if (before.isTextblock || before.isLeaf || before.type !== after.type) return before.type !== after.type
  if (before.childCount !== after.childCount) return true
  const changed: number[] = []
  before.forEach((child, _offset, index) => {
    if (child !== after.child(index)) changed.push(index)
  })
  const [only] = changed
  return changed.length > 1 || (only !== undefined && changesBlocks(before.child(only), after.child(only)))
}

/**
 * What happens within half a second is undone together: right for letters, wrong for a block that was moved just after
 * three pictures came in. A change of blocks is a step of undo of its own.
 */
export function undoSteps(): Plugin {
  let afterBlocks = false
  return new Plugin({
    filterTransaction(transaction, state) {
      if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined) return true
      const blocks = changesBlocks(state.doc, transaction.doc)
      if (blocks || afterBlocks) yUndoPluginKey.getState(state)?.undoManager?.stopCapturing()
      afterBlocks = blocks
      return true
    },
  })
}
