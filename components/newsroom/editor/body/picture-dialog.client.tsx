'use client'

import type { Editor } from '@tiptap/react'
import { UploadField } from '#components/newsroom/picture/upload-field.client.tsx'
import { useEditing } from '../editor-context.client.tsx'
import { Modal } from './modal.client.tsx'
import { insertionRange } from './move-block.ts'

/** Uploads a picture and puts it into the text after the block that holds the cursor. */
export function PictureDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { addAsset } = useEditing()
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  return (
    <Modal title="Insert a picture" onClose={close}>
      <UploadField
        label="Upload a picture"
        disabled={false}
        onUploaded={(asset, words) => {
          addAsset(asset)
          onClose()
          const image = { type: 'image', attrs: { assetId: asset.id, alt: '', ...words } }
          editor.chain().focus().insertContentAt(insertionRange(editor.state), image).scrollIntoView().run()
        }}
      />
    </Modal>
  )
}
