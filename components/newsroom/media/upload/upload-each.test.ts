import { expect, test } from 'vitest'
import type { NewsroomAsset } from '#domain/media.ts'
import { uploadEach } from './upload-each.ts'
import { createUploadQueue, type SendAnswer } from './queue/upload-queue.ts'

const asset = (id: string) => ({ id }) as unknown as NewsroomAsset
const answers: Record<string, SendAnswer> = {
  'a.png': { kind: 'done', asset: asset('a'), duplicateOf: null },
  'again.png': { kind: 'done', asset: asset('again'), duplicateOf: { id: 'first', uploadedBy: 'Ana' } },
  'broken.png': { kind: 'failed', message: 'Broken.', retry: false },
}
let number = 0
const queue = () =>
  createUploadQueue<File>(
    {
      prepare: async (file) => ({ ok: true, ready: file }),
      send: async (file) => answers[file.name] ?? { kind: 'failed', message: '', retry: false },
      wait: async () => {},
    },
    () => `u${(number += 1)}`,
  )

test('tells of each file once, with the picture that was there already, and ends when all are settled', async () => {
  const heard: [number, string | null][] = []
  await uploadEach(queue(), Object.keys(answers).map((name) => new File(['x'], name)), (at, one) => heard.push([at, one?.id ?? null]), async (arrived) => asset(arrived.duplicateOf?.id ?? arrived.asset.id))
  expect(heard.toSorted(([a], [b]) => a - b)).toEqual([[0, 'a'], [1, 'first'], [2, null]])
})

test('no files are no work', async () => {
  await expect(uploadEach(queue(), [], () => expect.unreachable())).resolves.toBeUndefined()
})
