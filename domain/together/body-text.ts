import * as Y from 'yjs'

/**
 * The body as one line of text, in which passages are counted: the text blocks in reading order, a line break between two
 * and for each break inside one. Blocks without text count nothing. The same rule for a stored document, for the shared
 * one and (components/newsroom/editor/notes/text-index.ts) for the one in the editor.
 */
export const TEXT_BLOCKS: readonly string[] = ['paragraph', 'heading', 'pullQuote']

type Loose = { type?: unknown; text?: unknown; content?: unknown }

/** The text of a stored document. */
export function documentText(document: { content: readonly unknown[] }): string {
  const blocks: string[] = []
  const visit = (node: Loose): void => {
    const children: Loose[] = Array.isArray(node.content) ? node.content : []
    if (typeof node.type !== 'string' || !TEXT_BLOCKS.includes(node.type)) return children.forEach(visit)
    blocks.push(children.map((child) => (child.type === 'hardBreak' ? '\n' : typeof child.text === 'string' ? child.text : '')).join(''))
  }
  visit(document)
  return blocks.join('\n')
}

/** A stretch of the shared text and where it begins in the line. */
export type Run = { type: Y.XmlText; from: number; length: number }
export type BodyText = { text: string; runs: Run[] }

const textOf = (type: Y.XmlText): string => type.toDelta().map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : '\ufffc')).join('')

/** The text of a shared body with the Yjs types that hold it. */
export function bodyText(fragment: Y.XmlFragment): BodyText {
  const runs: Run[] = []
  let text = ''
  let blocks = 0
  const inside = (block: Y.XmlElement): void => {
    if (blocks > 0) text += '\n'
    blocks += 1
    for (const child of block.toArray()) {
      if (child instanceof Y.XmlText) {
        const words = textOf(child)
        runs.push({ type: child, from: text.length, length: words.length })
        text += words
      } else if (child instanceof Y.XmlElement && child.nodeName === 'hardBreak') text += '\n'
    }
  }
  const visit = (parent: Y.XmlFragment): void => {
    for (const child of parent.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue
      if (TEXT_BLOCKS.includes(child.nodeName)) inside(child)
      else visit(child)
    }
  }
  visit(fragment)
  return { text, runs }
}
