'use client'

import { DropArea } from './drop-area.client.tsx'
import { UploadList } from './upload-list.client.tsx'
import { uploadQueue, useUploads } from './queue/upload-store.client.ts'

/** How many pictures one row of the caption desk takes. */
const ROW = 100

/** Uploads many pictures at once, and leads on to their words. */
export function UploadDesk() {
  const { items, running } = useUploads()
  const ids = [...new Set(items.flatMap(({ state }) => (state.kind === 'done' && state.duplicateOf === null ? [state.asset.id] : [])))].slice(0, ROW)
  return (
    <div className="mb-4 flex flex-col gap-3">
      <DropArea
        label="Upload pictures"
        hint="JPEG, PNG, WebP or HEIC, up to 25 MB each, 50 at once and more. Choose files, or drop them here. What the camera software says of caption, credit, date and place is kept; where you stood (GPS) is not."
        several
        onFiles={(files) => uploadQueue().add(files)}
      />
      <UploadList />
      {running === 0 && ids.length > 0 && (
        <p className="flex flex-wrap items-center gap-3">
          <a href={`/newsroom/media/caption?ids=${ids.join(',')}`} className="button button-primary">
            {ids.length === 1 ? 'Write the words of this picture' : `Write the words of these ${ids.length} pictures`}
          </a>
          <a href="/newsroom/media" className="button">
            Show them in the library
          </a>
        </p>
      )}
    </div>
  )
}
