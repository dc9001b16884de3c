import { z } from 'zod'
import { MAX_UPLOAD_BYTES, newsroomAssetSchema } from '#domain/media.ts'
import type { SendAnswer } from './upload-queue.ts'

/** What the file chooser offers. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.jpg,.jpeg,.png,.webp,.heic,.heif'

const answered = z.union([
  z.object({ ok: z.literal(true), asset: newsroomAssetSchema, same: z.array(z.object({ id: z.uuid(), uploadedBy: z.string() })) }),
  z.object({ ok: z.literal(false), problems: z.array(z.object({ message: z.string() })).min(1) }),
])

/** Why a file need not be sent at all, or null. The server looks at the content; this spares the wait. */
export function problemWithFile(file: { size: number; type: string }): string | null {
  if (file.size === 0) return 'This file is empty.'
  if (file.size > MAX_UPLOAD_BYTES) return `This file has ${Math.ceil(file.size / 1024 ** 2)} MB. The limit is 25 MB: make it smaller and upload that.`
  if (file.type !== '' && !/^image\/(?:jpeg|jpg|pjpeg|png|webp|hei[cf])$/.test(file.type)) return 'This is not a JPEG, PNG, WebP or HEIC picture.'
  return null
}

/** What the server's answer means. `retryAfter`: its Retry-After header, in seconds, or null where it sent none. */
export function readUploadAnswer(status: number, body: string, retryAfter: string | null): SendAnswer {
  const seconds = retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null
  if ((status === 503 || status === 429) && seconds !== null) return { kind: 'busy', seconds }
  const parsed = answered.safeParse(jsonOf(body))
  if (parsed.success && parsed.data.ok) return { kind: 'done', asset: parsed.data.asset, duplicateOf: parsed.data.same[0] ?? null }
  // What the file itself is refused for will not be different next time.
  const retry = status === 401 || status === 408 || status === 400 || status === 429 || status >= 500
  if (parsed.success && !parsed.data.ok) return { kind: 'failed', message: parsed.data.problems.map(({ message }) => message).join(' '), retry }
  if (status === 413) return { kind: 'failed', message: 'This file is larger than the site takes. The limit is 25 MB.', retry: false }
  return { kind: 'failed', message: 'The server has a problem, so the picture was not uploaded. Try again.', retry: true }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Uploads one file; `onProgress` hears of the part sent, 0 to 1. XMLHttpRequest, since fetch does not tell it. Rejects only when
 * `signal` cancels it.
 */
export function sendFile(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<SendAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => resolve(readUploadAnswer(request.status, request.responseText, request.getResponseHeader('retry-after')))
    request.onerror = () => resolve({ kind: 'failed', message: 'The connection is down, so the picture was not uploaded. Try again.', retry: true })
    request.onabort = () => reject(new Error('cancelled'))
    signal.addEventListener('abort', () => request.abort())
    request.open('POST', '/api/media')
    request.send(form)
  })
}
