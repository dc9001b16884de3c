import type { Block, Inline, StoryDocument, TableRow } from './schema.ts'
import { sourcesOf } from './sources.ts'
import { rejectedBody } from './suggestions.ts'

function inlineText(content: Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')
}

function rowText(row: TableRow): string {
  return row.content.map((cell) => cell.content.map(({ content }) => inlineText(content)).join(' ')).join(' | ')
}

function blockLines(block: Block | { type: 'listItem'; content: Block[] }): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pullQuote':
      return [inlineText(block.content)]
    case 'blockquote':
    case 'listItem':
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(blockLines)
    case 'factBox':
      return [block.attrs.title, ...block.content.flatMap(blockLines)]
    case 'table':
      return [block.attrs.caption, ...block.content.map(rowText)]
    case 'embed':
      return [block.attrs.title]
    case 'image':
    case 'gallery':
    case 'missingPicture':
    case 'divider':
    case 'relatedStory':
    case 'scoreboard':
    case 'poll':
      return []
  }
}

/**
 * The words of a body, one line a paragraph or table row, without pictures and their captions; at the end a line for each
 * source. Open suggestions are read as if rejected: proposed words do not count, words proposed for deletion do.
 */
export function plainText(document: StoryDocument): string {
  const body = rejectedBody(document)
  return [...body.content.flatMap(blockLines), ...sourcesOf(body).sources.map(({ note }) => note)].filter((line) => line.trim() !== '').join('\n')
}

/** Words as an editor counts them: runs of characters between white space. */
export function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length
}
