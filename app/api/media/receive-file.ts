import { MAX_UPLOAD_BYTES } from '#domain/media.ts'
import { gate } from '#server/media/gate.ts'

export type ReceivedFile = { ok: true; fileName: string; bytes: Uint8Array } | { ok: false; status: 400 | 408 | 413 | 415; message: string }

/** What the form adds around the file: boundaries and part headers. */
const FORM_BYTES = 16 * 1024
const MAX_SECONDS = 300
const TOO_LARGE = 'This file is larger than 25 MB. Make it smaller and upload that.'

const refused = (status: 400 | 408 | 413 | 415, message: string): ReceivedFile => ({ ok: false, status, message })
/** Bodies are held in memory while they arrive: four at once, 100 MB at most. */
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

/** The one file of an upload form (field `file`), read within the limits, or an HTTP status and what to say. */
export async function receiveFile(request: Request): Promise<ReceivedFile> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;/i.test(type) || request.body === null) return refused(415, 'Send the picture as a form with one file.')
  if (Number(request.headers.get('content-length') ?? 0) > MAX_UPLOAD_BYTES + FORM_BYTES) return refused(413, TOO_LARGE)
  const body = request.body
  return oneOfFour(async () => {
    const whole = await readBody(body, MAX_UPLOAD_BYTES + FORM_BYTES).catch(() => undefined)
    if (whole === null) return refused(413, TOO_LARGE)
    if (whole === 'slow') return refused(408, 'The upload took too long. Try again, perhaps on a faster network.')
    if (whole === undefined) return refused(400, 'The upload broke off. Try again.')
    const form = await new Response(new Uint8Array(whole), { headers: { 'content-type': type } }).formData().catch(() => null)
    const file = form?.get('file')
    if (!(file instanceof File)) return refused(400, 'Choose a picture to upload.')
    if (file.size > MAX_UPLOAD_BYTES) return refused(413, TOO_LARGE)
    return { ok: true, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  })
}
