import type { Block, Inline, List, ListItem, Mark, Paragraph, StoryDocument } from './schema.ts'

/**
 * Suggested changes inside a body: text that somebody proposes to insert or to delete. Until they are accepted they are
 * no part of the story: readers get `rejectedBody`, and a publish check asks for a decision on each.
 */

type SuggestionKind = 'insertion' | 'deletion'
/** One open suggestion: its id, what it would do, and the words that it is about. */
export type Suggestion = { id: string; kind: SuggestionKind; text: string }

const suggestionOf = (marks: readonly Mark[] | undefined) =>
  (marks ?? []).find((mark): mark is Extract<Mark, { type: SuggestionKind }> => mark.type === 'insertion' || mark.type === 'deletion')

/** The open suggestions of a body in reading order; neighbouring pieces of one suggestion are one. */
export function suggestionsIn(document: StoryDocument): Suggestion[] {
  const found: Suggestion[] = []
  const read = (content: readonly Inline[] | undefined): void => {
    for (const node of content ?? []) {
      const mark = node.type === 'text' ? suggestionOf(node.marks) : undefined
      if (node.type !== 'text' || mark === undefined) continue
      const last = found.at(-1)
      if (last !== undefined && last.id === mark.attrs.id && last.kind === mark.type) last.text += node.text
      else found.push({ id: mark.attrs.id, kind: mark.type, text: node.text })
    }
  }
  mapInlines(document, (content) => {
    read(content)
    return content
  })
  return found
}

/** The body as it stands without any open suggestion: proposed words are left out, words proposed for deletion stay. */
export function rejectedBody(document: StoryDocument): StoryDocument {
  return resolved(document, 'insertion')
}

/** The body as it would stand if every open suggestion were accepted. */
export function acceptedBody(document: StoryDocument): StoryDocument {
  return resolved(document, 'deletion')
}

function resolved(document: StoryDocument, dropped: SuggestionKind): StoryDocument {
  return mapInlines(document, (content) =>
    content.flatMap((node) => {
      const mark = node.type === 'text' ? suggestionOf(node.marks) : undefined
      if (node.type !== 'text' || mark === undefined) return [node]
      if (mark.type === dropped) return []
      const marks = (node.marks ?? []).filter(({ type }) => type !== 'insertion' && type !== 'deletion')
      return [marks.length === 0 ? { type: 'text' as const, text: node.text } : { type: 'text' as const, text: node.text, marks }]
    }),
  )
}

type Change = (content: Inline[]) => Inline[]

function withInlines<T extends { content?: Inline[] | undefined }>(block: T, change: Change): T {
  if (block.content === undefined) return block
  const content = change(block.content)
  if (content.length > 0) return { ...block, content }
  const { content: _, ...rest } = block
  // An empty text block has no content at all: the one form that is stored.
  return rest as T
}

function listWith(list: List, change: Change): List {
  return { ...list, content: list.content.map((item): ListItem => ({ ...item, content: item.content.map((part) => partWith(part, change)) })) }
}

function partWith(part: Paragraph | List, change: Change): Paragraph | List {
  return part.type === 'paragraph' ? withInlines(part, change) : listWith(part, change)
}

function blockWith(block: Block, change: Change): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pullQuote':
      return withInlines(block, change)
    case 'blockquote':
      return { ...block, content: block.content.map((paragraph) => withInlines(paragraph, change)) }
    case 'bulletList':
    case 'orderedList':
      return listWith(block, change)
    case 'factBox':
      return { ...block, content: block.content.map((part) => partWith(part, change)) }
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({ ...row, content: row.content.map((cell) => ({ ...cell, content: cell.content.map((paragraph) => withInlines(paragraph, change)) })) })),
      }
    case 'image':
    case 'gallery':
    case 'missingPicture':
    case 'divider':
    case 'relatedStory':
    case 'scoreboard':
    case 'poll':
    case 'embed':
      return block
  }
}

/** The same document with the text of every block changed, in reading order. */
export function mapInlines(document: StoryDocument, change: Change): StoryDocument {
  return { ...document, content: document.content.map((block) => blockWith(block, change)) }
}
