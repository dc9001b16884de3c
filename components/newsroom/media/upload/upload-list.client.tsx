'use client'

import type { UploadItem } from './queue/upload-queue.ts'
import { uploadQueue, useUploads } from './queue/upload-store.client.ts'
import { queueInWords, stateInWords } from './queue/upload-words.ts'

/** The files of the queue, how each stands, and what can be done with it. Nothing in it: nothing is shown. */
export function UploadList() {
  const view = useUploads()
  if (view.items.length === 0) return null
  const { running, part } = view
  const canRetry = view.items.some(({ state }) => state.kind === 'failed' && state.retry)
  return (
    <section aria-label="Uploads" className="panel flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-sm font-semibold">{queueInWords(view)}</p>
        <div className="ml-auto flex flex-wrap gap-2">
          {canRetry && (
            <button type="button" className="button button-small" onClick={() => uploadQueue().retryFailed()}>
              Retry all that failed
            </button>
          )}
          {running > 0 && (
            <button type="button" className="button button-small" onClick={() => uploadQueue().cancelAll()}>
              Cancel all
            </button>
          )}
          {running < view.items.length && (
            <button type="button" className="button button-small" onClick={() => uploadQueue().clear()}>
              Clear the list
            </button>
          )}
        </div>
      </div>
      {running > 0 && <progress aria-label="All uploads" max={1} value={part} className="h-2 w-full accent-accent" />}
      <ul className="flex max-h-80 flex-col divide-y divide-rule overflow-y-auto">
        {view.items.map((item) => (
          <UploadLine key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

/** One file of the queue. */
export function UploadLine({ item: { id, name, state } }: { item: UploadItem }) {
  const isRunning = state.kind === 'waiting' || state.kind === 'preparing' || state.kind === 'sending' || state.kind === 'resting'
  const canRetry = state.kind === 'cancelled' || (state.kind === 'failed' && state.retry)
  const found = state.kind === 'done' ? (state.duplicateOf ?? state.asset) : null
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-1 py-2 text-sm">
      <div className="min-w-0">
        <p className="truncate">{found === null ? name : <a href={`/newsroom/media/${found.id}`} className="text-link">{name}</a>}</p>
        <p className={state.kind === 'failed' ? 'font-semibold text-bad' : 'text-soft'}>{stateInWords(state)}</p>
      </div>
      {isRunning && (
        <button type="button" className="button button-small" onClick={() => uploadQueue().cancel(id)}>
          Cancel<span className="sr-only"> {name}</span>
        </button>
      )}
      {canRetry && (
        <button type="button" className="button button-small" onClick={() => uploadQueue().retry(id)}>
          Retry<span className="sr-only"> {name}</span>
        </button>
      )}
      {state.kind === 'sending' && (
        <progress aria-label={`Upload of ${name}`} max={1} {...(state.part < 1 ? { value: state.part } : {})} className="col-span-2 h-1.5 w-full accent-accent" />
      )}
    </li>
  )
}
