import type { Paragraph } from '#domain/document/schema.ts'
import { directionOfText, type Around } from '../around.ts'
import { InlineText } from './inline-text.tsx'

/** A paragraph; an empty one is left out. */
export function ParagraphBlock({ block, around }: { block: Paragraph; around: Around }) {
  if ((block.content ?? []).length === 0) return null
  return (
    <p dir={directionOfText(block.content)}>
      <InlineText content={block.content} around={around} />
    </p>
  )
}
