import type { Block } from '#domain/document/schema.ts'
import { directionOfText, type Around } from '../around.ts'
import { InlineText } from './inline-text.tsx'

/** A subhead. The headline of the story is the heading above it. */
export function HeadingBlock({ block, around }: { block: Extract<Block, { type: 'heading' }>; around: Around }) {
  if ((block.content ?? []).length === 0) return null
  const Level = block.attrs.level === 2 ? 'h2' : 'h3'
  return (
    <Level id={around.chapters.get(block)} dir={directionOfText(block.content)}>
      <InlineText content={block.content} around={around} />
    </Level>
  )
}
