'use client'

import { NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import { useEditing } from '../editor-context.client.tsx'
import { PullQuote } from './story-extensions.ts'
import { useNodeWords } from './use-node-words.client.ts'

function PullQuoteView({ node, updateAttributes }: ReactNodeViewProps) {
  const { readOnly } = useEditing()
  const stored: unknown = node.attrs.attribution
  const [attribution, setAttribution] = useNodeWords(node, typeof stored === 'string' ? stored : '')
  return (
    <NodeViewWrapper as="aside" aria-label="Pull quote" className="my-4 border-y-2 border-accent py-3">
      <NodeViewContent className="text-xl leading-snug font-semibold" />
      <label contentEditable={false} className="mt-2 flex flex-col gap-1 font-sans text-xs text-soft">
        Who said it
        <input
          className="control text-sm"
          value={attribution}
          maxLength={120}
          readOnly={readOnly}
          onChange={(event) => {
            setAttribution(event.target.value)
            updateAttributes({ attribution: event.target.value })
          }}
        />
      </label>
    </NodeViewWrapper>
  )
}

/** A pull quote with the field for whose words they are. */
export const PullQuoteField = PullQuote.extend({ addNodeView: () => ReactNodeViewRenderer(PullQuoteView) })
