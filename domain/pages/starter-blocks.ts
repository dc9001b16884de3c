import type { Block, Inline, StoryDocument } from '../document/schema.ts'

/** How starter texts are written down: functions that read like copy and make the document's blocks. */

type Piece = string | Inline

const inline = (piece: Piece): Inline => (typeof piece === 'string' ? { type: 'text', text: piece } : piece)

/** Words that lead somewhere: a path of the paper, or a web or mail address. */
export const link = (text: string, href: string): Inline => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] })
export const p = (...pieces: Piece[]): Block & { type: 'paragraph' } => ({ type: 'paragraph', content: pieces.map(inline) })
export const h = (text: string): Block => ({ type: 'heading', attrs: { level: 2 }, content: [inline(text)] })
export const points = (...items: Piece[][]): Block => ({ type: 'bulletList', content: items.map((pieces) => ({ type: 'listItem', content: [p(...pieces)] })) })
export const text = (...content: Block[]): StoryDocument => ({ type: 'doc', content })
