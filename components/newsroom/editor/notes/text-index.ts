import type { Node } from '@tiptap/pm/model'
import { TEXT_BLOCKS } from '#domain/together/body-text.ts'
import type { Span } from '#domain/together/quote.ts'

/** The editor's text as one line, counted as domain/together/body-text.ts counts it, and the way between the two. */
export type TextIndex = { text: string; spanOf: (from: number, to: number) => Span; rangeOf: (span: Span) => { from: number; to: number } | null }

export function textIndex(doc: Node): TextIndex {
  const blocks: { offset: number; pos: number; size: number }[] = []
  let text = ''
  doc.descendants((node, pos) => {
    if (!TEXT_BLOCKS.includes(node.type.name)) return true
    if (blocks.length > 0) text += '\n'
    blocks.push({ offset: text.length, pos: pos + 1, size: node.content.size })
    // A line break inside a block has the size of one letter.
    text += node.textBetween(0, node.content.size, '', '\n')
    return false
  })
  const offsetOf = (pos: number): number => {
    const block = blocks.findLast((one) => one.pos <= pos)
    return block === undefined ? 0 : block.offset + Math.min(pos - block.pos, block.size)
  }
  const posOf = (offset: number): number | null => {
    const block = blocks.findLast((one) => one.offset <= offset)
    return block === undefined ? null : block.pos + Math.min(offset - block.offset, block.size)
  }
  return {
    text,
    spanOf: (from, to) => ({ from: offsetOf(from), to: offsetOf(to) }),
    rangeOf: (span) => {
      const [from, to] = [posOf(span.from), posOf(span.to)]
      return from === null || to === null || from >= to ? null : { from, to }
    },
  }
}
