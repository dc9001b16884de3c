import { z } from 'zod'
import { MAX_UPLOAD_BYTES, newsroomAssetSchema, type NewsroomAsset } from '#domain/media.ts'

/** What the file chooser offers. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp'

const answered = z.union([
  z.object({ ok: z.literal(true), asset: newsroomAssetSchema }),
  z.object({ ok: z.literal(false), problems: z.array(z.object({ message: z.string() })).min(1) }),
])

export type Sent = { ok: true; asset: NewsroomAsset } | { ok: false; message: string }

/** Why a file need not be sent at all, or null. The server looks at the content; this spares the wait. */
export function problemWithFile(file: { size: number; type: string; name: string }): string | null {
  if (file.size === 0) return 'This file is empty.'
  if (file.size > MAX_UPLOAD_BYTES) return `This file has ${Math.ceil(file.size / 1024 ** 2)} MB. The limit is 25 MB: make it smaller and upload that.`
  if (/heic|heif/i.test(file.type) || /\.hei[cf]$/i.test(file.name)) return 'This is a HEIC photo, as iPhones make them. Export it as JPEG and upload that.'
  if (file.type !== '' && !/^image\/(?:jpeg|jpg|pjpeg|png|webp)$/.test(file.type)) return 'This is not a JPEG, PNG or WebP picture.'
  return null
}

/** What the server's answer means for the person. */
export function readUploadAnswer(status: number, body: string): Sent {
  const parsed = answered.safeParse(jsonOf(body))
  if (parsed.success && parsed.data.ok) return { ok: true, asset: parsed.data.asset }
  if (parsed.success && !parsed.data.ok) return { ok: false, message: parsed.data.problems.map(({ message }) => message).join(' ') }
  if (status === 413) return { ok: false, message: 'This file is larger than the site takes. The limit is 25 MB.' }
  return { ok: false, message: 'The server has a problem, so the picture was not uploaded. Try again.' }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Uploads one file; `onProgress` hears of the part sent, 0 to 1. XMLHttpRequest, since fetch does not tell it. Never rejects. */
export function sendPicture(file: File, onProgress: (part: number) => void): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => resolve(readUploadAnswer(request.status, request.responseText))
    request.onerror = () => resolve({ ok: false, message: 'The connection is down, so the picture was not uploaded. Try again.' })
    request.open('POST', '/api/media')
    request.send(form)
  })
}
