import type { Block } from '#domain/document/schema.ts'
import { InlineText } from './inline-text.tsx'

/** A subhead. The headline of the story is the heading above it. */
export function HeadingBlock({ block }: { block: Extract<Block, { type: 'heading' }> }) {
  if ((block.content ?? []).length === 0) return null
  const Level = block.attrs.level === 2 ? 'h2' : 'h3'
  return (
    <Level dir="auto">
      <InlineText content={block.content} />
    </Level>
  )
}
