'use client'

import type { Editor } from '@tiptap/react'
import { insertBlock } from '../move/insert-block.ts'
import { MAX_GALLERY } from '../move/galleries.ts'
import { PicturesDialog } from './pictures-dialog.client.tsx'
import { placementOf } from './placement-of.ts'

type Props = { editor: Editor; kind: 'picture' | 'gallery'; onClose: () => void }

/** Puts a picture, or a gallery of several, into the text after the block that holds the cursor. */
export function PictureDialog({ editor, kind, onClose }: Props) {
  return (
    <PicturesDialog
      title={kind === 'picture' ? 'Insert a picture' : 'Insert a gallery'}
      room={kind === 'picture' ? 1 : MAX_GALLERY}
      onClose={() => {
        onClose()
        editor.commands.focus()
      }}
      onChosen={(chosen) => {
        const images = chosen.map((one) => ({ type: 'image', attrs: placementOf(one) }))
        const [first] = images
        const block = kind === 'gallery' ? { type: 'gallery', content: images } : first
        if (block !== undefined) editor.view.dispatch(insertBlock(editor.state, block))
      }}
    />
  )
}
