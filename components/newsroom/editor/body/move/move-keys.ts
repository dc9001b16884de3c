import { Extension } from '@tiptap/core'
import { blockAtCursor, moveBlock } from './move-block.ts'

/** Alt-Shift-Up and -Down move the block at the cursor. */
export const MoveKeys = Extension.create({
  name: 'moveKeys',
  addKeyboardShortcuts() {
    const move = (by: -1 | 1) => () => {
      const block = blockAtCursor(this.editor.state)
      const moved = block === null ? null : moveBlock(this.editor.state, block.pos, by)
      if (moved !== null) this.editor.view.dispatch(moved.scrollIntoView())
      return true
    }
    return { 'Alt-Shift-ArrowUp': move(-1), 'Alt-Shift-ArrowDown': move(1) }
  },
})
