import { Node, type Editor } from '@tiptap/core'
import { wordAttribute } from './word-attribute.ts'
import { SUGGESTION_MARKS } from '../../suggest/marks.ts'

/** A box beside the story: a title, paragraphs and lists. */
export const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: '(paragraph | bulletList | orderedList)+',
  marks: SUGGESTION_MARKS,
  defining: true,
  isolating: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({ title: wordAttribute('title', 120) }),
  parseHTML: () => [{ tag: 'aside[data-block="fact-box"]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', { ...HTMLAttributes, 'data-block': 'fact-box' }, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => leaveBox(this.editor, 'lastLine'),
      'Mod-Enter': () => leaveBox(this.editor, 'anywhere'),
      Backspace: () => deleteEmptyBox(this.editor),
    }
  },
})

/** The box around the cursor, with where it starts. */
function boxAt(editor: Editor) {
  const { $from, empty } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.type.name === 'factBox') return { node, depth, from: $from.before(depth), to: $from.after(depth), empty, $from }
  }
  return null
}

/** Goes on below the box: on an empty last line that line moves out, as it does in a list. */
function leaveBox(editor: Editor, from: 'lastLine' | 'anywhere'): boolean {
  const box = boxAt(editor)
  if (box === null) return false
  if (from === 'anywhere') return editor.chain().insertContentAt(box.to, { type: 'paragraph' }).setTextSelection(box.to + 1).scrollIntoView().run()
  const line = box.$from.parent
  const isLastEmptyLine = box.empty && box.$from.depth === box.depth + 1 && line.content.size === 0 && box.node.childCount > 1 && box.node.lastChild === line
  if (!isLastEmptyLine) return false
  return editor
    .chain()
    .deleteRange({ from: box.$from.before(), to: box.$from.after() })
    .insertContentAt(box.to - line.nodeSize, { type: 'paragraph' })
    .setTextSelection(box.to - line.nodeSize + 1)
    .scrollIntoView()
    .run()
}

/** Backspace in a box with nothing in it takes the box away. */
function deleteEmptyBox(editor: Editor): boolean {
  const box = boxAt(editor)
  if (box === null || !box.empty || box.node.textContent !== '' || box.node.childCount > 1 || box.node.attrs.title !== '') return false
  return editor.chain().insertContentAt({ from: box.from, to: box.to }, { type: 'paragraph' }).setTextSelection(box.from + 1).run()
}
