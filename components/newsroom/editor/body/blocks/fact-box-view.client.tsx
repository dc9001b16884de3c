'use client'

import { NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import { FactBox } from '../nodes/fact-box.ts'
import { WordField } from './parts/word-field.client.tsx'

function FactBoxView({ node, updateAttributes }: ReactNodeViewProps) {
  return (
    <NodeViewWrapper as="aside" aria-label="Fact box" className="my-4 rounded-md border border-strong bg-wash px-3 pb-3">
      <WordField node={node} name="title" label="Title of the fact box" longest={120} onChange={updateAttributes} />
      <NodeViewContent className="fact-box-text mt-2" />
    </NodeViewWrapper>
  )
}

/** A fact box with the field for its title. */
export const FactBoxField = FactBox.extend({ addNodeView: () => ReactNodeViewRenderer(FactBoxView) })
