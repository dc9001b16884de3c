import type { Mark, Node } from '@tiptap/pm/model'
import { offsetInBlock } from '#domain/copydesk/copy-text.ts'
import type { DeskFinding } from '../desk-types.ts'

/** A block of running words in the editor's document: where its content begins, and what it says without what is to be deleted. */
export type TextBlock = { node: Node; start: number; text: string; gaps: DeskFinding['gaps'] }

function wordsOf(node: Node): Pick<TextBlock, 'text' | 'gaps'> {
  let text = ''
  const gaps: DeskFinding['gaps'] = []
  node.forEach((child) => {
    const words = child.isText ? (child.text ?? '') : '\n'
    if (child.marks.some(({ type }) => type.name === 'deletion')) gaps.push({ at: text.length, length: words.length })
    else text += words
  })
  return { text, gaps }
}

/** The blocks that hold text themselves, in reading order: the same count as CopyBlock's `index`. */
export function textBlocks(doc: Node): TextBlock[] {
  const blocks: TextBlock[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    blocks.push({ node, start: pos + 1, ...wordsOf(node) })
    return false
  })
  return blocks
}

/** The block that a finding was made in, if it still says exactly the same; it may have moved. */
export function blockOf(blocks: readonly TextBlock[], { place, text }: Pick<DeskFinding, 'place' | 'text'>): TextBlock | null {
  const there = blocks[place.block ?? 0]
  if (there?.text === text) return there
  // One empty paragraph is like another; only the one that was meant may go.
  if (text === '') return null
  return blocks.find((block) => block.text === text) ?? null
}

export type Range = { from: number; to: number }

/** Where a passage of a block stands in the document; words that are to be deleted at its edges are left out. */
export function rangeIn({ start, gaps }: TextBlock, { from, to }: Range): Range {
  const atEnd = start + offsetInBlock({ gaps }, to)
  const past = gaps.reduce((at, gap) => (gap.at <= from ? at + gap.length : at), from)
  return { from: from === to ? atEnd : start + past, to: atEnd }
}

/** The passages behind which a source with these words stands, in reading order, each with its mark. */
export function sourcesSaying(doc: Node, note: string): { from: number; to: number; mark: Mark }[] {
  const found: { from: number; to: number; mark: Mark }[] = []
  doc.descendants((node, pos) => {
    const mark = node.marks.find(({ type, attrs }) => type.name === 'source' && attrs.note === note)
    if (mark !== undefined) found.push({ from: pos, to: pos + node.nodeSize, mark })
  })
  return found
}

/** The n-th picture of the text, from 1, counted as imagesOf does: where it stands, or null. */
export function pictureAt(doc: Node, number: number): { pos: number; node: Node } | null {
  let seen = 0
  let found: { pos: number; node: Node } | null = null
  doc.descendants((node, pos) => {
    if (node.type.name === 'image') {
      seen += 1
      if (seen === number) found = { pos, node }
    }
    return found === null && !node.isTextblock
  })
  return found
}
