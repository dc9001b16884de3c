'use client'

import { NodeViewContent, NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import { useState } from 'react'
import { useBody } from '../body-context.client.tsx'
import { deleteBlock } from '../move/change-block.ts'
import { MAX_GALLERY, scatterGallery } from '../move/galleries.ts'
import { Gallery } from '../nodes/pictures.ts'
import { PicturesDialog } from '../dialogs/pictures-dialog.client.tsx'
import { placementOf } from '../dialogs/placement-of.ts'
import { BlockButton } from './parts/block-frame.client.tsx'

function GalleryView({ node, editor, getPos, selected }: ReactNodeViewProps) {
  const { readOnly } = useBody()
  const [adding, setAdding] = useState(false)
  const count = node.childCount
  const label = `Gallery of ${count} ${count === 1 ? 'picture' : 'pictures'}`
  const at = (run: (pos: number) => void) => {
    const pos = getPos()
    if (pos !== undefined) run(pos)
  }
  return (
    <NodeViewWrapper className={`my-4 ${selected ? 'outline-2 outline-offset-4 outline-linked' : ''}`}>
      <div role="group" aria-label={label} className="border-l-4 border-rule pl-3">
        <div contentEditable={false} className="flex flex-wrap items-center justify-between gap-2 font-sans text-sm text-soft">
          <span>{label}</span>
          {!readOnly && (
            <span className="flex flex-wrap gap-1">
              {count < MAX_GALLERY && <BlockButton label="Add pictures" about="to the gallery" onPress={() => setAdding(true)} />}
              <BlockButton
                label="Single pictures"
                about="instead of the gallery"
                onPress={() =>
                  at((pos) => {
                    const scattered = scatterGallery(editor.state, pos)
                    if (scattered !== null) editor.view.dispatch(scattered)
                  })
                }
              />
              <BlockButton
                label="Remove"
                about="the gallery"
                onPress={() =>
                  at((pos) => {
                    const deleted = deleteBlock(editor.state, pos)
                    if (deleted !== null) editor.view.dispatch(deleted)
                    editor.commands.focus()
                  })
                }
              />
            </span>
          )}
        </div>
        <NodeViewContent />
        {adding && (
          <div contentEditable={false}>
            <PicturesDialog
              title="Add pictures to the gallery"
              room={MAX_GALLERY - count}
              onClose={() => setAdding(false)}
              onChosen={(chosen) =>
                at((pos) => {
                  const images = chosen.map((one) => ({ type: 'image', attrs: placementOf(one) }))
                  editor.commands.insertContentAt(pos + node.nodeSize - 1, images, { updateSelection: false })
                })
              }
            />
          </div>
        )}
      </div>
    </NodeViewWrapper>
  )
}

/** Pictures that belong together; each has its own form inside. */
export const GalleryField = Gallery.extend({ addNodeView: () => ReactNodeViewRenderer(GalleryView) })
