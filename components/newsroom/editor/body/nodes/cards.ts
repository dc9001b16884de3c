import { InputRule, Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { isSafeHref } from '#domain/document/schema.ts'
import { onlyWithId, optionalWords, wordAttribute } from './word-attribute.ts'

/** A rule between two parts of a story. Typing --- at the start of a line makes one. */
export const Divider = Node.create({
  name: 'divider',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: ({ HTMLAttributes }) => ['hr', HTMLAttributes],
  addInputRules() {
    return [
      new InputRule({
        find: /^(?:---|—-)$/,
        handler: ({ state, range }) => {
          const $from = state.doc.resolve(range.from)
          // Only where a block may stand: a list item or a table cell takes none.
          if (!$from.node(-1).canReplaceWith($from.index(-1), $from.indexAfter(-1), this.type)) return null
          const [from, to] = [$from.before(), $from.after()]
          // What stands behind the dashes goes on under the line.
          const rest = $from.parent.content.cut(range.to - $from.start())
          const below = rest.size > 0 ? $from.parent.copy(rest) : state.schema.nodes.paragraph?.create()
          if (below === undefined) return null
          state.tr.replaceWith(from, to, [this.type.create(), below]).setSelection(TextSelection.create(state.tr.doc, from + 2))
        },
      }),
    ]
  },
})

/** A card of another story of this paper. */
export const RelatedStory = Node.create({
  name: 'relatedStory',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({
    storyId: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-story-id') ?? '',
      renderHTML: ({ storyId }) => ({ 'data-story-id': storyId }),
    },
  }),
  parseHTML: () => [{ tag: 'div[data-story-id]', getAttrs: onlyWithId('data-story-id') }],
  renderHTML: ({ HTMLAttributes }) => ['div', HTMLAttributes],
})

/** Something that lies elsewhere on the web. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({
    url: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-url') ?? '',
      renderHTML: ({ url }) => ({ 'data-url': url }),
    },
    title: wordAttribute('title', 200),
    stillAssetId: optionalWords('stillAssetId', 'still-asset-id', 36),
    stillAlt: optionalWords('stillAlt', 'still-alt', 500),
    stillCredit: optionalWords('stillCredit', 'still-credit', 200),
    captions: optionalWords('captions', 'captions', 10),
    transcript: optionalWords('transcript', 'transcript', 2000),
  }),
  parseHTML: () => [
    {
      tag: 'div[data-block="embed"]',
      getAttrs: (element) => {
        const url = element.getAttribute('data-url') ?? ''
        return /^https?:/.test(url) && isSafeHref(url) ? null : false
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-block': 'embed' }],
})
