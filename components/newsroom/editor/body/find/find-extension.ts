import { Extension } from '@tiptap/core'
import { search } from 'prosemirror-search'

/** Highlights what is sought. Mod-f asks for the panel: `onFind` gets the selected words, '' for none. */
export function findExtension(onFind: (selected: string) => void) {
  return Extension.create({
    name: 'find',
    addProseMirrorPlugins: () => [search()],
    addKeyboardShortcuts() {
      return {
        'Mod-f': () => {
          const { from, to, empty, $from, $to } = this.editor.state.selection
          onFind(empty || !$from.sameParent($to) ? '' : this.editor.state.doc.textBetween(from, to).slice(0, 200))
          return true
        },
      }
    },
  })
}
