import type { NewsroomAsset } from '#domain/media.ts'
import { preferredPicture } from './preferred-picture.ts'
import type { UploadQueue } from './queue/upload-queue.ts'

/**
 * Uploads files in the tab's queue and tells of each as soon as it is settled: the picture (the one that was there already, where
 * it is the same), or null where it failed or was cancelled. Resolves when all are. A failed one that is tried again counts then.
 */
export function uploadEach(queue: UploadQueue, files: readonly File[], settled: (at: number, asset: NewsroomAsset | null) => void, prefer = preferredPicture): Promise<void> {
  if (files.length === 0) return Promise.resolve()
  const waiting = new Map(queue.add([...files]).map((id, at) => [id, at]))
  return new Promise((done) => {
    const told: Promise<void>[] = []
    const look = () => {
      for (const { id, state } of queue.view().items) {
        const at = waiting.get(id)
        if (at === undefined || (state.kind !== 'done' && state.kind !== 'failed' && state.kind !== 'cancelled')) continue
        waiting.delete(id)
        if (state.kind === 'done') told.push(prefer(state).then((asset) => settled(at, asset)))
        else settled(at, null)
      }
      if (waiting.size > 0) return
      stop()
      void Promise.all(told).then(() => done())
    }
    const stop = queue.subscribe(look)
    look()
  })
}
