import { MAX_UPLOAD_BYTES } from '#domain/media.ts'
import { processGate } from '#server/media/gate.ts'
import { boundaryOf, fileIn } from './multipart.ts'

export type UploadedFile = { fileName: string; bytes: Uint8Array }
/** `wait`: the seconds after which to come again. */
export type NotReceived = { ok: false; status: 400 | 408 | 413 | 415 | 503; message: string; wait?: number }

/** What the form adds around the file: boundaries and part headers. */
const FORM_BYTES = 16 * 1024
const MAX_SECONDS = 300
/** More than these need not wait in line: whoever sent them tries again. */
const MAX_WAITING = 24
const BUSY_SECONDS = 5

const refused = (status: NotReceived['status'], message: string): NotReceived => ({ ok: false, status, message })
/** A file is held in memory from its first byte until it has been worked: four at once, each of 25 MB at most. */
const oneOfFour = processGate('receiving', 4)

/** The body in one piece, or null as soon as it is known to be larger than `limit` bytes; nothing beyond is kept. */
async function readBody(body: ReadableStream<Uint8Array>, declared: number, limit: number): Promise<Buffer | null | 'slow'> {
  const reader = body.getReader()
  const deadline = setTimeout(() => void reader.cancel('slow').catch(() => undefined), MAX_SECONDS * 1000)
  const start = performance.now()
  // Filled as it comes, so that no second copy is made of many pieces; it grows where no length, or a wrong one, was declared.
  let whole = Buffer.allocUnsafe(Math.min(Math.max(declared, 64 * 1024), limit))
  let size = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (size + read.value.byteLength > limit) {
        await reader.cancel('too large').catch(() => undefined)
        return null
      }
      if (size + read.value.byteLength > whole.byteLength) {
        const larger = Buffer.allocUnsafe(Math.min(limit, Math.max(whole.byteLength * 2, size + read.value.byteLength)))
        whole.copy(larger, 0, 0, size)
        whole = larger
      }
      whole.set(read.value, size)
      size += read.value.byteLength
    }
  } finally {
    clearTimeout(deadline)
  }
  return performance.now() - start >= MAX_SECONDS * 1000 ? 'slow' : whole.subarray(0, size)
}

/** The refusal of whoever comes while the line is full, or null. */
export function busy(): NotReceived | null {
  if (oneOfFour.waiting() < MAX_WAITING) return null
  return { ok: false, status: 503, message: 'Many pictures are being uploaded just now. Try again in a few seconds.', wait: BUSY_SECONDS }
}

/**
 * Reads the one file of an upload form (field `file`) within the limit and does `work` with it: what came of it, or an HTTP
 * status and what to say. Whoever comes while four are in hand waits, unread, until one of them has been worked.
 */
export async function withFile<T>(request: Request, work: (file: UploadedFile) => Promise<T>, limit: { bytes: number; tooLarge: string } = PICTURE): Promise<{ ok: true; result: T } | NotReceived> {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '')
  const { body } = request
  if (boundary === null || body === null) return refused(415, 'Send the picture as a form with one file.')
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > limit.bytes + FORM_BYTES) return refused(413, limit.tooLarge)
  const full = busy()
  if (full !== null) return full
  return oneOfFour(async () => {
    const file = await receiveFile(body, boundary, Number.isFinite(declared) ? declared : 0, limit)
    return 'bytes' in file ? { ok: true, result: await work(file) } : file
  })
}

const PICTURE = { bytes: MAX_UPLOAD_BYTES, tooLarge: 'This file is larger than 25 MB. Make it smaller and upload that.' }

async function receiveFile(body: ReadableStream<Uint8Array>, boundary: string, declared: number, limit: typeof PICTURE): Promise<UploadedFile | NotReceived> {
  const whole = await readBody(body, declared, limit.bytes + FORM_BYTES).catch(() => undefined)
  if (whole === null) return refused(413, limit.tooLarge)
  if (whole === 'slow') return refused(408, 'The upload took too long. Try again, perhaps on a faster network.')
  if (whole === undefined) return refused(400, 'The upload broke off. Try again.')
  const file = fileIn(whole, boundary)
  if (file === null) return refused(400, 'Choose a file to upload.')
  return file.bytes.byteLength > limit.bytes ? refused(413, limit.tooLarge) : file
}
