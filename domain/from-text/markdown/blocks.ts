import type { Block, Inline, List, ListItem, Paragraph } from '../../document/schema.ts'
import { phrases, tidyInlines, verbatim, type MarkdownBlock, type Reading } from './inlines.ts'

/** Lists deeper than this become paragraphs of their item: nobody reads them, and a document has a greatest depth. */
const DEEPEST_LIST = 6

const hasText = (content: readonly Inline[]) => content.some((node) => node.type === 'text')
const paragraphOf = (content: Inline[]): Paragraph[] => (hasText(content) ? [{ type: 'paragraph', content }] : [])

/** The paragraphs of any block: what is left of it inside a quotation, where only paragraphs stand. */
function paragraphsOf(node: MarkdownBlock, reading: Reading): Paragraph[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return paragraphOf(tidyInlines(phrases(node.children, [], reading)))
    case 'code':
    case 'html':
      return paragraphOf(tidyInlines(verbatim(node.value)))
    case 'blockquote':
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => paragraphsOf(child, reading))
    default:
      return []
  }
}

function listOf(node: Extract<MarkdownBlock, { type: 'list' }>, depth: number, reading: Reading): List[] {
  const content = node.children.flatMap((item): ListItem[] => {
    const inside = item.children.flatMap((child): (Paragraph | List)[] =>
      child.type === 'list' && depth < DEEPEST_LIST ? listOf(child, depth + 1, reading) : paragraphsOf(child, reading),
    )
    // The editor's list items begin with a paragraph.
    const begun: (Paragraph | List)[] = inside.length > 0 && inside[0]?.type !== 'paragraph' ? [{ type: 'paragraph' }, ...inside] : inside
    return begun.length === 0 ? [] : [{ type: 'listItem', content: begun }]
  })
  return content.length === 0 ? [] : [{ type: node.ordered === true ? 'orderedList' : 'bulletList', content }]
}

/**
 * One block of Markdown as blocks of a story. Raw HTML and code are text; images go to `reading.images`; a drawn line
 * and a definition that is used are nothing.
 */
export function storyBlocks(node: MarkdownBlock, reading: Reading): Block[] {
  switch (node.type) {
    case 'heading': {
      const content = tidyInlines(phrases(node.children, [], reading))
      return hasText(content) ? [{ type: 'heading', attrs: { level: node.depth >= 3 ? 3 : 2 }, content }] : []
    }
    case 'blockquote': {
      const content = paragraphsOf(node, reading)
      return content.length === 0 ? [] : [{ type: 'blockquote', content }]
    }
    case 'list':
      return listOf(node, 1, reading)
    default:
      return paragraphsOf(node, reading)
  }
}
