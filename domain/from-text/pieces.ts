import type { Block, Inline } from '../document/schema.ts'
import type { PictureLine } from './picture-lines.ts'
import type { LineRole } from './understood-story.ts'

/**
 * One thing of the source on its way into a story: a line of plain text, or a block of Markdown. Both readers make
 * pieces; classify.ts says what each is, and assemble.ts makes the story of them.
 */
export type Piece = {
  /** The lines of the source that it stands on; a person chooses at the first. */
  lines: number[]
  /** Its words, white space put right. */
  text: string
  /** What it is in a body. */
  blocks: Block[]
  picture: PictureLine | null
  /** What the format itself says that it is; null = guess from the words. */
  given: LineRole | null
  /** No blank line parts it from the piece before. */
  adjacent: boolean
}

/** One text node, or none. */
export function textInlines(text: string): Inline[] {
  return text === '' ? [] : [{ type: 'text', text }]
}

/** The inline content of a piece, for making a subhead or a paragraph out of it. */
export function inlinesOf(piece: Piece): Inline[] {
  const [block, ...more] = piece.blocks
  if (more.length === 0 && (block?.type === 'paragraph' || block?.type === 'heading')) return block.content ?? []
  return textInlines(piece.text)
}
