/**
 * The one file of an upload form (multipart/form-data, RFC 7578), found in its body without copying it: a picture lies in memory once,
 * as the part of the body that it is.
 */

const HEADERS_END = Buffer.from('\r\n\r\n')
/** The headers of a part are a name and a file name. */
const MAX_HEADER_BYTES = 8 * 1024
/** A form of the newsroom has one or two parts. */
const MAX_PARTS = 10

/** The boundary that a content type declares, or null (RFC 2046: 1 to 70 characters). */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;,"]{1,70}))(?=[\s;]|$)/i.exec(contentType) ?? []
  return quoted ?? plain ?? null
}

/** A parameter of Content-Disposition, as browsers write it: quotes and line breaks in it are percent-encoded (HTML, "multipart/form-data"). */
function parameter(headers: string, name: string): string | null {
  const found = new RegExp(`^content-disposition:\\s*form-data\\s*;(?:.*;)?\\s*${name}="([^"\\r\\n]*)"`, 'im').exec(headers)
  return found?.[1]?.replace(/%22|%0d|%0a/gi, (code) => (code === '%22' ? '"' : ' ')) ?? null
}

/** The file named `file` in this body; null where the form is torn or has none. */
export function fileIn(body: Buffer, boundary: string): { fileName: string; bytes: Uint8Array } | null {
  const opening = Buffer.from(`--${boundary}`)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  let at = body.subarray(0, opening.byteLength).equals(opening) ? opening.byteLength : endOf(body, delimiter, 0)
  for (let part = 0; part < MAX_PARTS && at >= 0; part += 1) {
    if (body.subarray(at, at + 2).toString('latin1') === '--') return null
    const headersEnd = body.subarray(at, at + MAX_HEADER_BYTES).indexOf(HEADERS_END)
    if (headersEnd < 0) return null
    const headers = body.toString('utf8', at, at + headersEnd).trimStart()
    const start = at + headersEnd + HEADERS_END.byteLength
    const end = body.indexOf(delimiter, start)
    if (end < 0) return null
    const fileName = parameter(headers, 'filename')
    if (parameter(headers, 'name') === 'file' && fileName !== null) return { fileName, bytes: body.subarray(start, end) }
    at = end + delimiter.byteLength
  }
  return null
}

function endOf(body: Buffer, needle: Buffer, from: number): number {
  const found = body.indexOf(needle, from)
  return found < 0 ? -1 : found + needle.byteLength
}
