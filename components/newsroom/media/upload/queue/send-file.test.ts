import { expect, test } from 'vitest'
import { assetLike } from '../../asset-like.ts'
import { problemWithFile, readUploadAnswer } from './send-file.ts'

const file = (change: Partial<{ size: number; type: string }>) => ({ size: 10, type: 'image/jpeg', ...change })

test.each([
  [file({}), null],
  [file({ type: 'image/webp' }), null],
  [file({ type: 'image/heic' }), null],
  [file({ type: '' }), null],
  [file({ size: 0 }), 'empty'],
  [file({ size: 30 * 1024 ** 2 }), '30 MB'],
  [file({ type: 'image/svg+xml' }), 'not a JPEG'],
])('%j: %j', (chosen, words) => (words === null ? expect(problemWithFile(chosen)).toBeNull() : expect(problemWithFile(chosen)).toContain(words)))

const asset = assetLike()

test('an upload is done when the answer holds its asset', () => {
  expect(readUploadAnswer(201, JSON.stringify({ ok: true, asset, same: [] }), null)).toEqual({ kind: 'done', asset, duplicateOf: null })
  expect(readUploadAnswer(201, JSON.stringify({ ok: true, asset, same: [{ id: asset.id, uploadedBy: 'Ana', uses: 2 }] }), null)).toMatchObject({ duplicateOf: { id: asset.id, uploadedBy: 'Ana' } })
  expect(readUploadAnswer(201, JSON.stringify({ ok: true }), null)).toMatchObject({ kind: 'failed' })
})

test.each([
  [415, JSON.stringify({ ok: false, problems: [{ field: 'file', message: 'This seems to be a GIF.' }] }), 'GIF', false],
  [429, JSON.stringify({ ok: false, problems: [{ message: 'Go on tomorrow.' }] }), 'tomorrow', true],
  [401, JSON.stringify({ ok: false, problems: [{ message: 'You are signed out.' }] }), 'signed out', true],
  [413, '<html>413</html>', '25 MB', false],
  [500, '', 'server has a problem', true],
  [503, 'no header', 'server has a problem', true],
])('%i %j says %j (again: %s)', (status, body, words, retry) =>
  expect(readUploadAnswer(status, body, null)).toMatchObject({ kind: 'failed', message: expect.stringContaining(words), retry }),
)

test.each([
  [503, '4', { kind: 'busy', seconds: 4 }],
  [429, '90', { kind: 'busy', seconds: 90 }],
  [503, 'Wed, 21 Oct 2026 07:28:00 GMT', { kind: 'failed' }],
  [422, '4', { kind: 'failed' }],
])('%i with Retry-After %s', (status, header, expected) => expect(readUploadAnswer(status, '', header)).toMatchObject(expected))
