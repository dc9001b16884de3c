'use client'

import { NodeViewWrapper, ReactNodeViewRenderer, useEditorState, type ReactNodeViewProps } from '@tiptap/react'
import { PictureForm } from '#components/newsroom/picture/picture-form.client.tsx'
import type { PlacementInput } from '#domain/story.ts'
import { useEditing, useProblems } from '../editor-context.client.tsx'
import { FieldProblems } from '../fields/field-box.tsx'
import { moveBlock, pictureNumber } from './move-block.ts'
import { StoryImage } from './story-extensions.ts'
import { useNodeWords } from './use-node-words.client.ts'

const word = (value: unknown) => (typeof value === 'string' ? value : '')

function ImageView({ node, editor, getPos, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { story, readOnly, assets, addAsset } = useEditing()
  const number = useEditorState({ editor, selector: ({ editor: now }) => pictureNumber(now.state, getPos() ?? 0) })
  const field = `image-${number}`
  const problems = useProblems(field)
  const { assetId, caption, alt, credit } = node.attrs
  const stored: PlacementInput = { assetId: word(assetId), caption: word(caption), alt: word(alt), credit: word(credit) }
  const [picture, setPicture] = useNodeWords(node, stored)
  const move = (by: -1 | 1) => {
    const pos = getPos()
    const moved = pos === undefined ? null : moveBlock(editor.state, pos, by)
    if (moved !== null) editor.view.dispatch(moved.scrollIntoView())
  }
  return (
    <NodeViewWrapper contentEditable={false} className={`my-4 font-sans ${selected ? 'outline-2 outline-offset-4 outline-linked' : ''}`}>
      <div role="group" aria-label={`Picture ${number}`} className="flex flex-col gap-2">
        <div className="flex items-center justify-between gap-2 text-sm text-soft">
          <span>Picture {number}</span>
          {!readOnly && (
            <span className="flex gap-1">
              <button type="button" className="button button-small" onClick={() => move(-1)}>
                Move up<span className="sr-only"> picture {number}</span>
              </button>
              <button type="button" className="button button-small" onClick={() => move(1)}>
                Move down<span className="sr-only"> picture {number}</span>
              </button>
            </span>
          )}
        </div>
        <PictureForm
          picture={picture}
          asset={assets[picture.assetId]}
          fieldId={`field-${field}`}
          readOnly={readOnly}
          canApproveFairUse={story.canApproveFairUse}
          onChange={(next) => {
            setPicture(next)
            updateAttributes(next)
          }}
          onAsset={addAsset}
          onRemove={() => {
            deleteNode()
            editor.commands.focus()
          }}
        />
        <FieldProblems id={`field-${field}`} problems={problems} />
      </div>
    </NodeViewWrapper>
  )
}

/** A picture in the text, with its form in place. */
export const StoryImageField = StoryImage.extend({
  addNodeView: () => ReactNodeViewRenderer(ImageView, { trackNodeViewPosition: true }),
})
