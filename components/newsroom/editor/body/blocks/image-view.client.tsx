'use client'

import { ReactNodeViewRenderer, useEditorState, type ReactNodeViewProps } from '@tiptap/react'
import type { Transaction } from '@tiptap/pm/state'
import { PictureForm } from '#components/newsroom/picture/picture-form.client.tsx'
import type { PlacementInput } from '#domain/story.ts'
import { FieldFindings } from '../../copydesk/field-findings.client.tsx'
import { FieldProblems } from '../../fields/field-box.tsx'
import { useBody } from '../body-context.client.tsx'
import { canGather, gatherGallery } from '../move/galleries.ts'
import { moveBlock } from '../move/move-block.ts'
import { pictureNumber } from '../move/picture-numbers.ts'
import { StoryImage } from '../nodes/pictures.ts'
import { BlockButton, BlockFrame } from './parts/block-frame.client.tsx'
import { SizeChoice } from './parts/size-choice.client.tsx'
import { useNodeWords, word } from './parts/use-node-words.client.ts'

function ImageView({ node, editor, getPos, updateAttributes, deleteNode, selected }: ReactNodeViewProps) {
  const { readOnly, canApproveFairUse, assets, addAsset, problems } = useBody()
  const { number, inGallery, gathers } = useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const pos = getPos()
      const known = pos !== undefined && pos < state.doc.content.size
      return { number: pictureNumber(state.doc, pos), inGallery: known && state.doc.resolve(pos).depth > 0, gathers: known && canGather(state, pos) }
    },
  })
  const field = `image-${number}`
  const own = problems.filter((problem) => problem.field === field)
  const { assetId, caption, alt, credit, size } = node.attrs
  const stored: PlacementInput = { assetId: word(assetId), caption: word(caption), alt: word(alt), credit: word(credit) }
  const [picture, setPicture] = useNodeWords(node, stored)
  const dispatch = (change: (pos: number) => Transaction | null) => {
    const pos = getPos()
    const changed = pos === undefined ? null : change(pos)
    if (changed !== null) editor.view.dispatch(changed.scrollIntoView())
  }
  const label = `Picture ${number}`
  const tools = !readOnly && (
    <>
      {gathers && <BlockButton label="Make a gallery" about={`of ${label} and the pictures next to it`} onPress={() => dispatch((pos) => gatherGallery(editor.state, pos))} />}
      <BlockButton label={inGallery ? 'Earlier' : 'Move up'} about={label} onPress={() => dispatch((pos) => moveBlock(editor.state, pos, -1))} />
      <BlockButton label={inGallery ? 'Later' : 'Move down'} about={label} onPress={() => dispatch((pos) => moveBlock(editor.state, pos, 1))} />
    </>
  )
  return (
    <BlockFrame label={label} selected={selected} tools={tools}>
      <PictureForm
        picture={picture}
        asset={assets[picture.assetId]}
        fieldId={`field-${field}`}
        readOnly={readOnly}
        canApproveFairUse={canApproveFairUse}
        onChange={(next) => {
          setPicture(next)
          updateAttributes(next)
        }}
        onAsset={addAsset}
        onRemove={() => {
          // The last picture of a gallery takes the gallery along.
          if (inGallery) editor.chain().focus().setNodeSelection(getPos() ?? 0).deleteSelection().run()
          else {
            deleteNode()
            editor.commands.focus()
          }
        }}
      />
      {!inGallery && <SizeChoice size={size} about={label} readOnly={readOnly} onChange={(next) => updateAttributes({ size: next })} />}
      <FieldProblems id={`field-${field}`} problems={own} />
      <FieldFindings field={field} />
    </BlockFrame>
  )
}

/** A picture in the text, with its form in place. */
export const StoryImageField = StoryImage.extend({
  addNodeView: () => ReactNodeViewRenderer(ImageView),
})
