import { Extension, Mark, Node, type AnyExtension } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { z } from 'zod'
import { isSafeHref } from '#domain/document/schema.ts'

/** The editor's schema is exactly domain/document/schema.ts; story-extensions.test.ts holds the two together. */

/** Deeper lists than this cannot be stored. */
export const MAX_LIST_DEPTH = 6

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
  addAttributes: () => ({
    attribution: {
      default: '',
      parseHTML: (element) => (element.getAttribute('data-attribution') ?? '').slice(0, 120),
      renderHTML: ({ attribution }) => ({ 'data-attribution': attribution }),
    },
  }),
  parseHTML: () => [{ tag: 'aside[data-attribution]' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
  addCommands() {
    return { togglePullQuote: () => ({ commands }) => commands.toggleNode(this.name, 'paragraph') }
  },
  addKeyboardShortcuts() {
    return { 'Mod-Alt-q': () => this.editor.commands.togglePullQuote() }
  },
})

const wordAttribute = (name: string, longest: number) => ({
  default: '',
  parseHTML: (element: HTMLElement) => (element.getAttribute(`data-${name}`) ?? '').slice(0, longest),
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
})

/** A placement of an uploaded picture. Only our own copied pictures are read back from HTML; a foreign <img> is not. */
export const StoryImage = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({
    assetId: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-asset-id') ?? '',
      renderHTML: ({ assetId }) => ({ 'data-asset-id': assetId }),
    },
    caption: wordAttribute('caption', 1000),
    alt: wordAttribute('alt', 500),
    credit: wordAttribute('credit', 200),
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-asset-id]',
      getAttrs: (element) => (z.uuid().safeParse(element.getAttribute('data-asset-id')).success ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
})

/** Indenting by Mod-] and Mod-[: Tab stays what it is everywhere else, the way out of the field. */
const ListKeys = Extension.create({
  name: 'listKeys',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      'Mod-]': () => canIndent(this.editor) && this.editor.commands.sinkListItem('listItem'),
      'Mod-[': () => this.editor.commands.liftListItem('listItem'),
    }
  },
})

/** Whether the list item at the cursor may go one level deeper. */
export function canIndent(editor: { state: { selection: { $from: { depth: number; node: (depth: number) => { type: { name: string } } } } } }): boolean {
  const { $from } = editor.state.selection
  let levels = 0
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === 'listItem') levels += 1
  return levels > 0 && levels < MAX_LIST_DEPTH
}

const linkHref = {
  href: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('href') },
}

/** The kit's parts, cut down to the document schema. */
function narrowed(extension: AnyExtension): AnyExtension {
  if (extension instanceof Mark && extension.name === 'link') return extension.extend({ addAttributes: () => linkHref })
  return extension instanceof Node ? narrowedNode(extension) : extension
}

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

const StoryKit = StarterKit.extend({
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
})

/** Everything but the looks of pull quotes and pictures, which body-field.client.tsx adds. */
export const storyExtensions: AnyExtension[] = [StoryKit, ListKeys]
