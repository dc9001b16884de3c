'use client'

import { useSyncExternalStore } from 'react'
import { HEIC_DECODERS, isHeicFile, toJpeg } from '../photo/heic.ts'
import { withFactsOf } from '../photo/photo-facts.ts'
import { problemWithFile, sendFile } from './send-file.ts'
import { createUploadQueue, viewOf, type UploadQueue, type UploadTransport, type UploadView } from './upload-queue.ts'

const NO_JPEG = 'This HEIC photo could not be converted here. Export it as JPEG and upload that.'

const transport: UploadTransport<File> = {
  prepare: async (file) => {
    const problem = problemWithFile(file)
    if (problem !== null) return { ok: false, message: problem }
    const isHeic = await isHeicFile(file).catch(() => null)
    if (isHeic === null) return { ok: false, message: 'This file can no longer be read. Choose it again.' }
    if (!isHeic) return { ok: true, ready: file }
    const jpeg = await toJpeg(file, HEIC_DECODERS)
    return jpeg === null ? { ok: false, message: NO_JPEG } : { ok: true, ready: await withFactsOf(file, jpeg) }
  },
  send: sendFile,
  wait: (seconds, signal) =>
    new Promise((over, reject) => {
      const timer = setTimeout(over, seconds * 1000)
      signal.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(new Error('cancelled'))
      })
    }),
}

let number = 0
let queue: UploadQueue | null = null

/** The one queue of this tab. It goes on whatever is shown meanwhile, until the tab opens another document. */
export function uploadQueue(): UploadQueue {
  queue ??= createUploadQueue(transport, () => `upload-${(number += 1)}`)
  return queue
}

const EMPTY = viewOf([])

/** The queue as it stands now. */
export function useUploads(): UploadView {
  return useSyncExternalStore((listener) => uploadQueue().subscribe(listener), () => uploadQueue().view(), () => EMPTY)
}
