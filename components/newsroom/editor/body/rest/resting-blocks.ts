import { Extension } from '@tiptap/core'
import type { EditorState, Selection } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** So many blocks around the cursor are laid out at all times. */
const AROUND = 3
/** A shorter text is laid out whole. */
const FEWEST = 30

type Awake = { from: number; to: number; count: number; set: DecorationSet }
const KEY = new PluginKey<Awake>('restingBlocks')

const span = ({ $from, $to }: Selection, count: number) => ({ from: Math.max(0, $from.index(0) - AROUND), to: Math.min(count - 1, $to.index(0) + AROUND) })

function resting({ doc, selection }: Pick<EditorState, 'doc' | 'selection'>): Awake {
  const count = doc.childCount
  const { from, to } = span(selection, count)
  const blocks: Decoration[] = []
  if (count >= FEWEST) {
    doc.forEach((block, offset, index) => {
      if (index < from || index > to) blocks.push(Decoration.node(offset, offset + block.nodeSize, { class: 'resting' }))
    })
  }
  return { from, to, count, set: DecorationSet.create(doc, blocks) }
}

/**
 * Marks the blocks far from the cursor, so that the browser need neither lay out nor paint those out of sight, and a key costs the same in
 * a long story. Never those at the cursor: a browser that has not drawn a block yet moves the cursor out of it, and what is typed stands elsewhere.
 */
export const RestingBlocks = Extension.create({
  name: 'restingBlocks',
  addProseMirrorPlugins: () => [
    new Plugin<Awake>({
      key: KEY,
      state: {
        init: (_, state) => resting(state),
        apply(tr, before, _, state) {
          const count = state.doc.childCount
          const { from, to } = span(state.selection, count)
          if (from !== before.from || to !== before.to || count !== before.count) return resting(state)
          return tr.docChanged ? { ...before, set: before.set.map(tr.mapping, tr.doc) } : before
        },
      },
      props: { decorations: (state) => KEY.getState(state)?.set },
    }),
  ],
})
