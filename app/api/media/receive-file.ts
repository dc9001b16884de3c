import { MAX_UPLOAD_BYTES } from '#domain/media.ts'
import { gate } from '#server/media/gate.ts'

export type UploadedFile = { fileName: string; bytes: Uint8Array }
export type NotReceived = { ok: false; status: 400 | 408 | 413 | 415; message: string }

/** What the form adds around the file: boundaries and part headers. */
const FORM_BYTES = 16 * 1024
const MAX_SECONDS = 300
const TOO_LARGE = 'This file is larger than 25 MB. Make it smaller and upload that.'

const refused = (status: NotReceived['status'], message: string): NotReceived => ({ ok: false, status, message })
/** A file is held in memory from its first byte until it has been worked: four at once, each of 25 MB at most. */
const oneOfFour = gate(4)

/** The body, or null as soon as it is known to be larger than `limit` bytes; nothing beyond is kept. */
async function readBody(body: ReadableStream<Uint8Array>, limit: number): Promise<Buffer | null | 'slow'> {
  const reader = body.getReader()
  const deadline = setTimeout(() => void reader.cancel('slow').catch(() => undefined), MAX_SECONDS * 1000)
  const start = performance.now()
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.byteLength
      if (size > limit) {
        await reader.cancel('too large').catch(() => undefined)
        return null
      }
      parts.push(read.value)
    }
  } finally {
    clearTimeout(deadline)
  }
  return performance.now() - start >= MAX_SECONDS * 1000 ? 'slow' : Buffer.concat(parts)
}

/**
 * Reads the one file of an upload form (field `file`) within the limits and does `work` with it: what came of it, or an HTTP
 * status and what to say. Whoever comes while four are in hand waits, unread, until one of them has been worked.
 */
export async function withFile<T>(request: Request, work: (file: UploadedFile) => Promise<T>): Promise<{ ok: true; result: T } | NotReceived> {
  const type = request.headers.get('content-type') ?? ''
  const { body } = request
  if (!/^multipart\/form-data\s*;/i.test(type) || body === null) return refused(415, 'Send the picture as a form with one file.')
  if (Number(request.headers.get('content-length') ?? 0) > MAX_UPLOAD_BYTES + FORM_BYTES) return refused(413, TOO_LARGE)
  return oneOfFour(async () => {
    const file = await receiveFile(body, type)
    return 'bytes' in file ? { ok: true, result: await work(file) } : file
  })
}

async function receiveFile(body: ReadableStream<Uint8Array>, type: string): Promise<UploadedFile | NotReceived> {
  const whole = await readBody(body, MAX_UPLOAD_BYTES + FORM_BYTES).catch(() => undefined)
  if (whole === null) return refused(413, TOO_LARGE)
  if (whole === 'slow') return refused(408, 'The upload took too long. Try again, perhaps on a faster network.')
  if (whole === undefined) return refused(400, 'The upload broke off. Try again.')
  const form = await new Response(new Uint8Array(whole), { headers: { 'content-type': type } }).formData().catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof File)) return refused(400, 'Choose a picture to upload.')
  if (file.size > MAX_UPLOAD_BYTES) return refused(413, TOO_LARGE)
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
