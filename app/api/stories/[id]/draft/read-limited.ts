/**
 * The body of a request as text, or null as soon as it is known to be larger than `limit` bytes; nothing beyond is
 * read. A declared length is only a first hint.
 */
export async function readLimited(request: Request, limit: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null
  if (request.body === null) return ''
  const reader = request.body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength
    if (size > limit) {
      await reader.cancel()
      return null
    }
    parts.push(read.value)
  }
  return Buffer.concat(parts).toString('utf8')
}
