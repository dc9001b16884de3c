import type { Block } from '#domain/document/schema.ts'
import { ParagraphBlock } from './paragraph.tsx'

/** A passage quoted at length. */
export function BlockquoteBlock({ block }: { block: Extract<Block, { type: 'blockquote' }> }) {
  return (
    <blockquote>
      {block.content.map((paragraph, index) => (
        <ParagraphBlock key={index} block={paragraph} />
      ))}
    </blockquote>
  )
}
