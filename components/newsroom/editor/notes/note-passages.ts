import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** A passage that an open note is about, as positions in the editor. */
export type Passage = { id: string; from: number; to: number }
/** What the panel beside the text does when it is called from the text; set by whoever shows the notes. */
type PassageStorage = { open: (noteId: string) => void; ask: () => void }

declare module '@tiptap/core' {
  interface Storage {
    notePassages: PassageStorage
  }
}

const key = new PluginKey<DecorationSet>('notePassages')
const sameRange = (a: Passage, b: Decoration) => a.from === b.from && a.to === b.to && a.id === b.spec.id

/** Shows where the notes are. Nothing is dispatched while they stay where they are. */
export function showPassages(editor: Editor, passages: readonly Passage[]): void {
  if (editor.isDestroyed) return
  const shown = key.getState(editor.state)?.find() ?? []
  if (shown.length === passages.length && passages.every((one) => shown.some((decoration) => sameRange(one, decoration)))) return
  editor.view.dispatch(editor.state.tr.setMeta(key, passages).setMeta('addToHistory', false))
}

/** The note whose passage this position, or this selection, touches. */
export function noteAt(editor: Editor, from: number, to = from): string | null {
  const found = key.getState(editor.state)?.find(from, to).toSorted((a, b) => a.to - a.from - (b.to - b.from))[0]
  return typeof found?.spec.id === 'string' ? found.spec.id : null
}

/** The passages of notes in the text: decorations, never part of it. Mod-Alt-M opens the note at the cursor, or asks for a new one. */
export const NotePassages = Extension.create<object, PassageStorage>({
  name: 'notePassages',
  addStorage: () => ({ open: () => {}, ask: () => {} }),
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-m': () => {
        const { empty, from } = this.editor.state.selection
        const note = empty ? noteAt(this.editor, from) : null
        if (note === null) this.storage.ask()
        else this.storage.open(note)
        return true
      },
    }
  },
  addProseMirrorPlugins() {
    const { editor, storage } = this
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, shown) {
            const passages: readonly Passage[] | undefined = tr.getMeta(key)
            if (passages === undefined) return shown.map(tr.mapping, tr.doc)
            const within = passages.filter(({ from, to }) => from >= 0 && from < to && to <= tr.doc.content.size)
            return DecorationSet.create(tr.doc, within.map(({ id, from, to }) => Decoration.inline(from, to, { class: 'note-passage', 'data-note': id }, { id })))
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handleClick(_view, pos) {
            const note = editor.state.selection.empty ? noteAt(editor, pos) : null
            if (note !== null) storage.open(note)
            return false
          },
        },
      }),
    ]
  },
})
