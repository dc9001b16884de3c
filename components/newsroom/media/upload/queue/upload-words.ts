import type { UploadState, UploadView } from './upload-queue.ts'

/** Where one file stands, in words. */
export function stateInWords(state: UploadState): string {
  switch (state.kind) {
    case 'waiting':
      return 'Waits'
    case 'preparing':
      return 'Getting ready…'
    case 'sending':
      return state.part < 1 ? `Uploading, ${Math.floor(state.part * 100)}%` : 'Being checked…'
    case 'resting':
      return `The server is busy. It goes on by itself in ${state.seconds} ${state.seconds === 1 ? 'second' : 'seconds'}.`
    case 'done':
      return state.duplicateOf === null ? 'Uploaded' : `This file was in the library already, uploaded by ${state.duplicateOf.uploadedBy}.`
    case 'failed':
      return state.message
    case 'cancelled':
      return 'Cancelled'
  }
}

const pictures = (count: number) => (count === 1 ? '1 picture' : `${count} pictures`)

/** How the whole queue stands, in words. */
export function queueInWords({ running, done, failed }: UploadView): string {
  const all = running + done + failed
  if (running > 0) return `Uploading: ${done} of ${pictures(all)} done${failed > 0 ? `, ${failed} failed` : ''}`
  if (all === 0) return ''
  return failed === 0 ? `${pictures(done)} uploaded` : `${pictures(done)} uploaded, ${failed} failed`
}

/** What is read out of the queue: that it runs, then how it ended; not every step between. */
export function queueAnnounced(view: UploadView): string {
  return view.running > 0 ? 'Uploading pictures' : queueInWords(view)
}
