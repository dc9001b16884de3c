import type { Block, Inline, StoryDocument } from './schema.ts'

function inlineText(content: Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')
}

function blockLines(block: Block | { type: 'listItem'; content: Block[] }): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pullQuote':
      return [inlineText(block.content)]
    case 'blockquote':
    case 'listItem':
      return block.content.flatMap(blockLines)
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap(blockLines)
    case 'image':
      return []
  }
}

/** The words of a body, one line a paragraph, without pictures and their captions. */
export function plainText(document: StoryDocument): string {
  return document.content.flatMap(blockLines).filter((line) => line.trim() !== '').join('\n')
}

/** Words as an editor counts them: runs of characters between white space. */
export function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length
}
