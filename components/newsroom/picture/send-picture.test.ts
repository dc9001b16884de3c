import { expect, test } from 'vitest'
import { problemWithFile, readUploadAnswer } from './send-picture.ts'

const file = (change: Partial<{ size: number; type: string; name: string }>) => ({ size: 10, type: 'image/jpeg', name: 'jazz.jpg', ...change })

test.each([
  [file({}), null],
  [file({ type: 'image/webp' }), null],
  [file({ type: '' }), null],
  [file({ size: 0 }), 'empty'],
  [file({ size: 30 * 1024 ** 2 }), '30 MB'],
  [file({ type: '', name: 'IMG_1.HEIC' }), 'HEIC'],
  [file({ type: 'image/svg+xml' }), 'not a JPEG'],
])('%j: %j', (chosen, words) => (words === null ? expect(problemWithFile(chosen)).toBeNull() : expect(problemWithFile(chosen)).toContain(words)))

const asset = {
  id: '7b2f4c1e-93aa-4d0e-8f61-0c1d2e3f4a5b', width: 10, height: 10, placeholder: '', variants: [], status: 'PENDING', rights: 'UNKNOWN', rightsHolder: '', rightsProof: '',
  fairUseApproved: false, fileName: 'jazz.jpg', makerName: '', makerStaffId: null, mine: true,
}

test('an upload is done when the answer holds its asset', () => {
  expect(readUploadAnswer(201, JSON.stringify({ ok: true, asset }))).toEqual({ ok: true, asset })
  expect(readUploadAnswer(201, JSON.stringify({ ok: true }))).toMatchObject({ ok: false })
})

test.each([
  [415, JSON.stringify({ ok: false, problems: [{ field: 'file', message: 'This seems to be a GIF.' }] }), 'GIF'],
  [413, '<html>413</html>', '25 MB'],
  [500, '', 'server has a problem'],
])('%i %j says %j', (status, body, words) => expect(readUploadAnswer(status, body)).toMatchObject({ ok: false, message: expect.stringContaining(words) }))
