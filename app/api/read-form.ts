const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i

/** The fields of a plain form of at most `limit` bytes; otherwise the HTTP status that says why not. What goes beyond the limit is not read. */
export async function readForm(request: Request, limit: number): Promise<URLSearchParams | 400 | 413 | 415> {
  if (!FORM_TYPE.test(request.headers.get('content-type') ?? '') || request.body === null) return 415
  if (Number(request.headers.get('content-length') ?? 0) > limit) return 413
  const reader = request.body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.byteLength
      if (size > limit) {
        await reader.cancel('too large').catch(() => undefined)
        return 413
      }
      parts.push(read.value)
    }
  } catch {
    return 400
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'))
}
