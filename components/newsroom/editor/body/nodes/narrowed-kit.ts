import { Mark, Node, type AnyExtension } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeHref } from '#domain/document/schema.ts'
import { SUGGESTION_MARKS } from '../../suggest/marks.ts'

const linkHref = {
  href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') },
}

/** The kit's parts, cut down to the document schema. */
function narrowed(extension: AnyExtension): AnyExtension {
  if (extension instanceof Mark && extension.name === 'link') return extension.extend({ addAttributes: () => linkHref })
  return extension instanceof Node ? suggestible(narrowedNode(extension)) : extension
}

/** Blocks of blocks, in which a whole block can be suggested. */
const HOLD_BLOCKS = new Set(['doc', 'blockquote', 'bulletList', 'orderedList', 'listItem'])
const suggestible = (node: Node): Node => (HOLD_BLOCKS.has(node.name) ? node.extend({ marks: SUGGESTION_MARKS }) : node)

function narrowedNode(node: Node): Node {
  switch (node.name) {
    case 'heading':
      return node.extend({
        addAttributes: () => ({ level: { default: 2, rendered: false } }),
        parseHTML: () => ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag, index) => ({ tag, attrs: { level: index < 2 ? 2 : 3 } })),
      })
    case 'blockquote':
      return node.extend({ content: 'paragraph+' })
    case 'listItem':
      return node.extend({
        content: '(paragraph | bulletList | orderedList)+',
        // Without the kit's Tab and Shift-Tab; see ListKeys.
        addKeyboardShortcuts() {
          return { Enter: () => this.editor.commands.splitListItem('listItem') }
        },
      })
    case 'orderedList':
      return node.extend({
        addAttributes: () => ({}),
        renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
      })
    default:
      return node
  }
}

/** Paragraphs, subheads, quotes, lists, bold, italic, links and what makes them typable. */
export const StoryKit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map(narrowed)
  },
}).configure({
  heading: { levels: [2, 3] },
  link: {
    openOnClick: false,
    autolink: true,
    linkOnPaste: true,
    defaultProtocol: 'https',
    HTMLAttributes: { target: null, rel: 'noopener', class: null },
    isAllowedUri: isSafeHref,
    shouldAutoLink: isSafeHref,
  },
  code: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  underline: false,
  // The shared document has the history: undo takes back one's own changes only.
  undoRedo: false,
})
