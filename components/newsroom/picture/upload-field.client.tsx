'use client'

import { useEffect, useRef, useState } from 'react'
import type { NewsroomAsset } from '#domain/media.ts'
import { DropArea } from '../media/upload/drop-area.client.tsx'
import { preferredPicture } from '../media/upload/preferred-picture.ts'
import { UploadLine } from '../media/upload/upload-list.client.tsx'
import type { Arrived } from '../media/upload/queue/upload-queue.ts'
import { uploadQueue, useUploads } from '../media/upload/queue/upload-store.client.ts'
import { LibraryDialog } from './library/library-dialog.client.tsx'
import { proposedWords, type PlacedWords } from './placed-words.ts'

type Props = {
  label: string
  /** The kept or chosen picture, and what it proposes for its words. With `several` it may be called once for each of many. */
  onUploaded: (asset: NewsroomAsset, proposal: PlacedWords) => void
  disabled: boolean
  several?: boolean
}

/**
 * The way to a picture: choose or drop a file, or take one from the library. A file that is there already is taken as it is there.
 * What has been sent is in the library even if this is closed meanwhile.
 */
export function UploadField({ label, onUploaded, disabled, several = false }: Props) {
  const { items } = useUploads()
  const [ids, setIds] = useState<readonly string[]>([])
  const [choosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  // null once this is closed: what arrives after that is in the library, and placed nowhere.
  const hand = useRef<Props['onUploaded'] | null>(null)
  useEffect(() => {
    hand.current = onUploaded
    return () => {
      hand.current = null
    }
  }, [onUploaded])
  const mine = items.filter(({ id, state }) => ids.includes(id) && state.kind !== 'done')
  const busy = disabled || (!several && mine.some(({ state }) => state.kind !== 'failed' && state.kind !== 'cancelled'))
  const arrive = async (arrived: Arrived) => {
    const asset = await preferredPicture(arrived)
    hand.current?.(asset, proposedWords(asset))
  }
  const take = (files: File[]) => {
    if (!several && files.length > 1) return setProblem('Choose one picture at a time.')
    setProblem(null)
    const added = uploadQueue().add(files, (arrived) => void arrive(arrived))
    setIds(several ? [...ids, ...added] : added)
  }
  return (
    <>
      <DropArea label={label} hint="JPEG, PNG, WebP or HEIC, up to 25 MB. Choose a file, or drop it here. Place and camera data are removed." several={several} disabled={busy} problem={problem} onFiles={take}>
        {mine.length > 0 && (
          <ul aria-label="Uploads" className="flex flex-col">
            {mine.map((item) => (
              <UploadLine key={item.id} item={item} />
            ))}
          </ul>
        )}
        <div>
          <button type="button" className="button button-small" disabled={busy} onClick={() => setChoosing(true)}>
            Choose from the library
          </button>
        </div>
      </DropArea>
      {choosing && (
        <LibraryDialog
          onClose={() => setChoosing(false)}
          onChosen={(asset) => {
            setChoosing(false)
            onUploaded(asset, proposedWords(asset))
          }}
        />
      )}
    </>
  )
}
