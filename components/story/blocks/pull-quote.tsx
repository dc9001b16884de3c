import type { Block } from '#domain/document/schema.ts'
import { directionOfText, type Around } from '../around.ts'
import { InlineText } from './inline-text.tsx'

/** A sentence from the story, set large to draw the eye. */
export function PullQuoteBlock({ block, around }: { block: Extract<Block, { type: 'pullQuote' }>; around: Around }) {
  if ((block.content ?? []).length === 0) return null
  return (
    <figure className="pull-quote">
      <blockquote dir={directionOfText(block.content)}>
        <p>
          <InlineText content={block.content} around={around} />
        </p>
      </blockquote>
      {block.attrs.attribution !== '' && <figcaption dir="auto">{block.attrs.attribution}</figcaption>}
    </figure>
  )
}
