import { Node } from '@tiptap/core'
import { wordAttribute } from './word-attribute.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    pullQuote: {
      /** Turns the block into a pull quote, or back into a paragraph. */
      togglePullQuote: () => ReturnType
    }
  }
}

/** Words lifted out of the story, with whose they are. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ attribution: wordAttribute('attribution', 120) }),
  parseHTML: () => [{ tag: 'aside[data-attribution]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
  addCommands() {
    return { togglePullQuote: () => ({ commands }) => commands.toggleNode(this.name, 'paragraph') }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Alt-q': () => this.editor.commands.togglePullQuote() }
  },
})
