'use client'

import { ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import { useState } from 'react'
import { useBody } from '../body-context.client.tsx'
import { PicturesDialog } from '../dialogs/pictures-dialog.client.tsx'
import { placementOf, type Chosen } from '../dialogs/placement-of.ts'
import { MissingPicture } from '../nodes/pictures.ts'
import { BlockButton, BlockFrame } from './parts/block-frame.client.tsx'
import { word } from './parts/use-node-words.client.ts'

function MissingPictureView({ node, editor, getPos, deleteNode, selected }: ReactNodeViewProps) {
  const { readOnly } = useBody()
  const [asking, setAsking] = useState(false)
  const name = word(node.attrs.name)
  const caption = word(node.attrs.caption)
  const label = name === '' ? 'Missing picture' : `Missing picture ${name}`
  const replace = ([chosen]: Chosen[]) => {
    const pos = getPos()
    if (pos === undefined || chosen === undefined) return
    // The words that came along stay with the picture.
    const attrs = placementOf(chosen, { caption, alt: word(node.attrs.alt) })
    editor.chain().insertContentAt({ from: pos, to: pos + node.nodeSize }, { type: 'image', attrs }).setNodeSelection(pos).run()
  }
  return (
    <BlockFrame label={label} selected={selected}>
      <div className="flex flex-col gap-2 rounded-md border-2 border-dashed border-warn bg-warn-wash p-4 text-sm text-warn">
        <p className="font-semibold">This picture did not come along.{name === '' ? '' : ` It was called ${name}.`}</p>
        {caption !== '' && <p className="break-words">Its caption: {caption}</p>}
        <p>Add the file, or remove the placeholder. Until then the story cannot be published.</p>
        {!readOnly && (
          <div className="flex flex-wrap gap-2">
            <BlockButton label="Add the picture" about={name} onPress={() => setAsking(true)} />
            <BlockButton
              label="Remove"
              about={`the placeholder ${name}`}
              onPress={() => {
                deleteNode()
                editor.commands.focus()
              }}
            />
          </div>
        )}
      </div>
      {asking && <PicturesDialog title={name === '' ? 'Add the missing picture' : `Add ${name}`} room={1} onClose={() => setAsking(false)} onChosen={replace} />}
    </BlockFrame>
  )
}

/** The placeholder of a picture that asks for its file. */
export const MissingPictureField = MissingPicture.extend({ addNodeView: () => ReactNodeViewRenderer(MissingPictureView) })
