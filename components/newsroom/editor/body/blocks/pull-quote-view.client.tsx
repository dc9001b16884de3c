'use client'

import { NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import { PullQuote } from '../nodes/pull-quote.ts'
import { WordField } from './parts/word-field.client.tsx'

function PullQuoteView({ node, updateAttributes }: ReactNodeViewProps) {
  return (
    <NodeViewWrapper as="aside" aria-label="Pull quote" className="my-4 border-y-2 border-accent py-3">
      <NodeViewContent className="text-xl leading-snug font-semibold" />
      <WordField node={node} name="attribution" label="Who said it" longest={120} onChange={updateAttributes} />
    </NodeViewWrapper>
  )
}

/** A pull quote with the field for whose words they are. */
export const PullQuoteField = PullQuote.extend({ addNodeView: () => ReactNodeViewRenderer(PullQuoteView) })
