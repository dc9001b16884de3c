import { EMPTY_DOCUMENT, isSafeHref, type Block, type ImageNode, type Inline, type List, type ListItem, type Mark, type Paragraph, type StoryDocument } from '#domain/document/schema.ts'

/**
 * What the editor emits, as the one form that is stored: absent instead of null attributes, nothing that the schema
 * does not know, unsafe links as plain text, no empty paragraphs at the end (the editor keeps one there to write in).
 * Total: whatever comes in, a document comes out.
 */
export function toStoryDocument(json: unknown): StoryDocument {
  const content = blocksOf(json)
  while (content.length > 0 && isEmptyParagraph(content.at(-1))) content.pop()
  return content.length === 0 ? EMPTY_DOCUMENT : { type: 'doc', content }
}

type Loose = { type?: unknown; text?: unknown; attrs?: unknown; marks?: unknown; content?: unknown }

const MARK_ORDER = ['link', 'bold', 'italic'] as const
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

function loose(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? value : {}
}
function childrenOf(value: unknown): Loose[] {
  const { content } = loose(value)
  return Array.isArray(content) ? content.map(loose) : []
}
function attribute(node: Loose, name: string): unknown {
  const attrs = node.attrs
  return typeof attrs === 'object' && attrs !== null && Object.hasOwn(attrs, name) ? Reflect.get(attrs, name) : undefined
}
function textAttribute(node: Loose, name: string): string {
  const value = attribute(node, name)
  return typeof value === 'string' ? value : ''
}
function isEmptyParagraph(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && block.content === undefined
}

function blocksOf(parent: unknown): Block[] {
  return childrenOf(parent).flatMap((node) => blockOf(node) ?? [])
}

function blockOf(node: Loose): Block | null {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(node)
    case 'heading':
      return { type: 'heading', attrs: { level: attribute(node, 'level') === 3 ? 3 : 2 }, ...inlines(node) }
    case 'pullQuote':
      return { type: 'pullQuote', attrs: { attribution: textAttribute(node, 'attribution') }, ...inlines(node) }
    case 'blockquote': {
      const content = childrenOf(node).filter(({ type }) => type === 'paragraph').map(paragraphOf)
      return content.length === 0 ? null : { type: 'blockquote', content }
    }
    case 'image':
      return imageOf(node)
    case 'bulletList':
    case 'orderedList':
      return listOf(node, node.type)
    default:
      return null
  }
}

function paragraphOf(node: Loose): Paragraph {
  return { type: 'paragraph', ...inlines(node) }
}

function imageOf(node: Loose): ImageNode | null {
  const assetId = textAttribute(node, 'assetId')
  if (!UUID.test(assetId)) return null
  const words = { caption: textAttribute(node, 'caption'), alt: textAttribute(node, 'alt'), credit: textAttribute(node, 'credit') }
  return { type: 'image', attrs: { assetId, ...words } }
}

function listOf(node: Loose, type: List['type']): List | null {
  const content = childrenOf(node).flatMap((item) => (item.type === 'listItem' ? (listItemOf(item) ?? []) : []))
  return content.length === 0 ? null : { type, content }
}

function listItemOf(node: Loose): ListItem | null {
  const content = blocksOf(node).flatMap((block) =>
    block.type === 'paragraph' || block.type === 'bulletList' || block.type === 'orderedList' ? [block] : [],
  )
  return content.length === 0 ? null : { type: 'listItem', content }
}

function inlines(node: Loose): { content?: Inline[] } {
  const content = joined(childrenOf(node).flatMap((child) => inlineOf(child) ?? []))
  return content.length === 0 ? {} : { content }
}

/** Neighbours with the same marks are one text. */
function joined(found: Inline[]): Inline[] {
  const content: Inline[] = []
  for (const node of found) {
    const last = content.at(-1)
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(node.marks) === JSON.stringify(last.marks)) {
      content.splice(-1, 1, { ...last, text: last.text + node.text })
    } else content.push(node)
  }
  return content
}

function inlineOf(node: Loose): Inline | null {
  if (node.type === 'hardBreak') return { type: 'hardBreak' }
  if (node.type !== 'text' || typeof node.text !== 'string' || node.text === '') return null
  const marks = marksOf(node.marks)
  return marks.length === 0 ? { type: 'text', text: node.text } : { type: 'text', text: node.text, marks }
}

function marksOf(value: unknown): Mark[] {
  const given = Array.isArray(value) ? value.map(loose) : []
  return MARK_ORDER.flatMap((type): Mark[] => {
    const found = given.find((mark) => mark.type === type)
    if (found === undefined) return []
    if (type !== 'link') return [{ type }]
    const href = textAttribute(found, 'href')
    return isSafeHref(href) ? [{ type, attrs: { href } }] : []
  })
}
