import { attribute, childrenOf, inlines, textAttribute, type Loose } from './loose-json.ts'
import {
  CAPTIONS, EMPTY_DOCUMENT, IMAGE_SIZES, isSafeHref, type Block, type Embed, type FactBox, type Gallery, type ImageNode, type List, type ListItem, type Paragraph, type StoryDocument,
} from './schema.ts'
import { tablesOf } from './to-story-table.ts'

/** Lists go no deeper than this; schema.ts refuses what is nested more than twenty levels. */
export const MAX_LIST_DEPTH = 6
const MAX_GALLERY = 50
const MAX_BOX = 100
/** How deep paragraphs of lists that are too deep are looked for. */
const MAX_DESCENT = 100

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/**
 * What the editor or a shared document emits, as the one form that is stored: absent instead of null attributes, nothing
 * that the schema does not know, unsafe links as plain text, tables with rows of one length, no empty paragraphs at the
 * end (the editor keeps one there to write in). Total: whatever comes in, a document comes out, and only for its length
 * (2,000 blocks, a megabyte) can schema.ts refuse it.
 */
export function toStoryDocument(json: unknown): StoryDocument {
  const content = blocksOf(json)
  while (content.length > 0 && isEmptyParagraph(content.at(-1))) content.pop()
  return content.length === 0 ? EMPTY_DOCUMENT : { type: 'doc', content }
}

function isEmptyParagraph(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && block.content === undefined
}

function blocksOf(parent: unknown): Block[] {
  return childrenOf(parent).flatMap(blockOf)
}

function blockOf(node: Loose): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraphOf(node)]
    case 'heading':
      return [{ type: 'heading', attrs: { level: attribute(node, 'level') === 3 ? 3 : 2 }, ...inlines(node) }]
    case 'pullQuote':
      return [{ type: 'pullQuote', attrs: { attribution: textAttribute(node, 'attribution', 120) }, ...inlines(node) }]
    case 'blockquote': {
      const content = childrenOf(node).filter(({ type }) => type === 'paragraph').map(paragraphOf)
      return content.length === 0 ? [] : [{ type: 'blockquote', content }]
    }
    case 'bulletList':
    case 'orderedList':
      return listOf(node, node.type, 1)
    case 'image':
      return imageOf(node)
    case 'gallery':
      return galleriesOf(node)
    case 'missingPicture': {
      const attrs = { name: textAttribute(node, 'name', 200), caption: textAttribute(node, 'caption', 1000), alt: textAttribute(node, 'alt', 500) }
      return [{ type: 'missingPicture', attrs }]
    }
    case 'divider':
      return [{ type: 'divider' }]
    case 'factBox':
      return factBoxesOf(node)
    case 'table':
      return tablesOf(node)
    case 'relatedStory': {
      const storyId = textAttribute(node, 'storyId', 36)
      return UUID.test(storyId) ? [{ type: 'relatedStory', attrs: { storyId } }] : []
    }
    case 'scoreboard': {
      const gameId = textAttribute(node, 'gameId', 36)
      return UUID.test(gameId) ? [{ type: 'scoreboard', attrs: { gameId } }] : []
    }
    case 'poll': {
      const pollId = textAttribute(node, 'pollId', 36)
      return UUID.test(pollId) ? [{ type: 'poll', attrs: { pollId } }] : []
    }
    case 'embed':
      return embedOf(node)
    default:
      return []
  }
}

function paragraphOf(node: Loose): Paragraph {
  return { type: 'paragraph', ...inlines(node) }
}

function imageOf(node: Loose): ImageNode[] {
  const assetId = textAttribute(node, 'assetId', 36)
  if (!UUID.test(assetId)) return []
  const words = { caption: textAttribute(node, 'caption', 1000), alt: textAttribute(node, 'alt', 500), credit: textAttribute(node, 'credit', 200) }
  const size = IMAGE_SIZES.find((one) => one === attribute(node, 'size'))
  return [{ type: 'image', attrs: { assetId, ...words, ...(size === undefined ? {} : { size }) } }]
}

/** A gallery, or as many as its pictures need. */
function galleriesOf(node: Loose): Gallery[] {
  const images = childrenOf(node).flatMap((child) => (child.type === 'image' ? imageOf(child) : []))
  return inParts(images, MAX_GALLERY).map((content) => ({ type: 'gallery', content }))
}

function factBoxesOf(node: Loose): FactBox[] {
  const content = childrenOf(node).flatMap((child): FactBox['content'] => {
    if (child.type === 'paragraph') return [paragraphOf(child)]
    return child.type === 'bulletList' || child.type === 'orderedList' ? listOf(child, child.type, 1) : []
  })
  const title = textAttribute(node, 'title', 120)
  const parts: FactBox['content'][] = content.length === 0 ? [[{ type: 'paragraph' }]] : inParts(content, MAX_BOX)
  return parts.map((part, index) => ({ type: 'factBox', attrs: { title: index === 0 ? title : '' }, content: part }))
}

function embedOf(node: Loose): Embed[] {
  const url = attribute(node, 'url')
  if (typeof url !== 'string' || !/^https?:/.test(url) || !isSafeHref(url) || !url.isWellFormed()) return []
  const stillAssetId = textAttribute(node, 'stillAssetId', 36)
  const captions = CAPTIONS.find((one) => one === attribute(node, 'captions'))
  const transcript = textAttribute(node, 'transcript', 2000).trim()
  return [
    {
      type: 'embed',
      attrs: {
        url,
        title: textAttribute(node, 'title', 200),
        ...(UUID.test(stillAssetId) ? { stillAssetId } : {}),
        ...(typeof attribute(node, 'stillAlt') === 'string' ? { stillAlt: textAttribute(node, 'stillAlt', 500) } : {}),
        ...(typeof attribute(node, 'stillCredit') === 'string' ? { stillCredit: textAttribute(node, 'stillCredit', 200) } : {}),
        ...(captions === undefined ? {} : { captions }),
        ...(transcript === '' ? {} : { transcript }),
      },
    },
  ]
}

function listOf(node: Loose, type: List['type'], depth: number): List[] {
  const content = childrenOf(node).flatMap((item) => (item.type === 'listItem' ? listItemOf(item, depth) : []))
  return content.length === 0 ? [] : [{ type, content }]
}

function listItemOf(node: Loose, depth: number): ListItem[] {
  const content = childrenOf(node).flatMap((child): ListItem['content'] => {
    if (child.type === 'paragraph') return [paragraphOf(child)]
    if (child.type !== 'bulletList' && child.type !== 'orderedList') return []
    return depth < MAX_LIST_DEPTH ? listOf(child, child.type, depth + 1) : paragraphsWithin(child, MAX_DESCENT)
  })
  return content.length === 0 ? [] : [{ type: 'listItem', content }]
}

/** The words of a list that is too deep, as paragraphs of the item that it stood in. */
function paragraphsWithin(list: Loose, levels: number): Paragraph[] {
  if (levels === 0) return []
  return childrenOf(list).flatMap((child) => (child.type === 'paragraph' ? [paragraphOf(child)] : paragraphsWithin(child, levels - 1)))
}

function inParts<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size))
}
