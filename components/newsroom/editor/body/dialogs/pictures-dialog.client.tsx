'use client'

import { useState } from 'react'
import { createPortal } from 'react-dom'
import { UploadField } from '#components/newsroom/picture/upload-field.client.tsx'
import { useBody } from '../body-context.client.tsx'
import { Modal } from '../modal.client.tsx'
import { ChosenList } from './chosen-list.client.tsx'
import type { Chosen } from './placement-of.ts'

type Props = {
  title: string
  /** How many pictures can be taken; 1 closes the dialog with the first. */
  room: number
  onChosen: (chosen: Chosen[]) => void
  onClose: () => void
}

/** Uploads pictures or takes them from the media library. */
export function PicturesDialog({ title, room, onChosen, onClose }: Props) {
  const { addAsset } = useBody()
  const [chosen, setChosen] = useState<Chosen[]>([])
  const take = (list: Chosen[]) => {
    onClose()
    onChosen(list)
  }
  const full = room > 1 && chosen.length >= room
  // Outside of the text: a file dropped into the dialog is not dropped into the story.
  return createPortal(
    <Modal title={title} onClose={onClose}>
      <div className="flex flex-col gap-3">
        <UploadField
          label={room === 1 ? 'Upload a picture' : 'Upload pictures'}
          several={room > 1}
          disabled={full}
          onUploaded={(asset, proposal) => {
            addAsset(asset)
            if (room === 1) take([{ asset, proposal }])
            else setChosen((now) => (now.length < room && !now.some((one) => one.asset.id === asset.id) ? [...now, { asset, proposal }] : now))
          }}
        />
        {room > 1 && (
          <>
            <ChosenList chosen={chosen} onRemove={(id) => setChosen((now) => now.filter(({ asset }) => asset.id !== id))} />
            {full && <p className="text-sm text-soft">The gallery is full.</p>}
            <button type="button" className="button button-primary self-start" disabled={chosen.length === 0} onClick={() => take(chosen)}>
              Insert {chosen.length === 1 ? '1 picture' : `${chosen.length} pictures`}
            </button>
          </>
        )}
      </div>
    </Modal>,
    document.body,
  )
}
