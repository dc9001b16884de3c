import type { Block } from '#domain/document/schema.ts'
import type { Around } from '../around.ts'
import { ParagraphBlock } from './paragraph.tsx'

/** A passage quoted at length. */
export function BlockquoteBlock({ block, around }: { block: Extract<Block, { type: 'blockquote' }>; around: Around }) {
  return (
    <blockquote>
      {block.content.map((paragraph, index) => (
        <ParagraphBlock key={index} block={paragraph} around={around} />
      ))}
    </blockquote>
  )
}
