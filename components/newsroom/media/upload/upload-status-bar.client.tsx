'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { uploadQueue, useUploads } from './queue/upload-store.client.ts'
import { queueAnnounced, queueInWords } from './queue/upload-words.ts'

/** The small line at the foot of every newsroom page that tells of uploads under way, and warns before they are left behind. */
export function UploadStatusBar() {
  const view = useUploads()
  const isOnDesk = usePathname() === '/newsroom/media'
  const { running, part, items } = view
  useEffect(() => {
    if (running === 0) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [running])
  return (
    <>
      <p role="status" className="sr-only">
        {queueAnnounced(view)}
      </p>
      {items.length > 0 && !isOnDesk && (
        <section aria-label="Uploads under way" className="fixed right-2 bottom-2 z-30 flex max-w-[calc(100vw-1rem)] flex-wrap items-center gap-3 rounded-md border border-strong bg-sheet px-4 py-2 text-sm shadow-md">
          <p>{queueInWords(view)}</p>
          {running > 0 && <progress aria-label="All uploads" max={1} value={part} className="h-2 w-32 accent-accent" />}
          {running === 0 && items.some(({ state }) => state.kind === 'failed' && state.retry) && (
            <button type="button" className="button button-small" onClick={() => uploadQueue().retryFailed()}>
              Retry
            </button>
          )}
          {running > 0 ? (
            <button type="button" className="button button-small" onClick={() => uploadQueue().cancelAll()}>
              Cancel
            </button>
          ) : (
            <button type="button" className="button button-small" onClick={() => uploadQueue().clear()}>
              Close
            </button>
          )}
        </section>
      )}
    </>
  )
}
