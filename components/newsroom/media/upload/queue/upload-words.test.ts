import { expect, test } from 'vitest'
import { assetLike } from '../../asset-like.ts'
import { viewOf, type UploadState } from './upload-queue.ts'
import { queueAnnounced, queueInWords, stateInWords } from './upload-words.ts'

const asset = assetLike()
const view = (...states: UploadState[]) => viewOf(states.map((state, at) => ({ id: `${at}`, name: 'a.jpg', bytes: 10, state })))
const done: UploadState = { kind: 'done', asset, duplicateOf: null }
const failed: UploadState = { kind: 'failed', message: 'This seems to be a GIF.', retry: false }

test.each([
  [{ kind: 'waiting' }, 'Waits'],
  [{ kind: 'preparing' }, 'Getting ready…'],
  [{ kind: 'sending', part: 0.999 }, 'Uploading, 99%'],
  [{ kind: 'sending', part: 1 }, 'Being checked…'],
  [{ kind: 'resting', seconds: 1 }, 'The server is busy. It goes on by itself in 1 second.'],
  [{ kind: 'resting', seconds: 9 }, 'The server is busy. It goes on by itself in 9 seconds.'],
  [done, 'Uploaded'],
  [{ kind: 'done', asset, duplicateOf: { id: 'x', uploadedBy: 'Ana' } }, 'This file was in the library already, uploaded by Ana.'],
  [failed, 'This seems to be a GIF.'],
  [{ kind: 'cancelled' }, 'Cancelled'],
] satisfies [UploadState, string][])('%j', (state, words) => expect(stateInWords(state)).toBe(words))

test('the queue as a whole, and what of it is read out', () => {
  const running = view(done, failed, { kind: 'sending', part: 0.2 })
  expect(queueInWords(running)).toBe('Uploading: 1 of 3 pictures done, 1 failed')
  expect(queueAnnounced(running)).toBe('Uploading pictures')
  expect(queueAnnounced(view(done, done, failed))).toBe('2 pictures uploaded, 1 failed')
  expect(queueAnnounced(view(done, { kind: 'cancelled' }))).toBe('1 picture uploaded')
  expect(queueAnnounced(view())).toBe('')
})
