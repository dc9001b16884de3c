import type { IncomingMessage, ServerResponse } from 'node:http'
import { encodingFor, isKnown } from './cache/send-page.ts'
import type { KeptFile } from './elements.ts'

/** Sends a file that is kept in memory, packed already for whoever takes it. */
export function sendKept(request: IncomingMessage, response: ServerResponse, file: KeptFile): void {
  response.setHeader('vary', 'Accept-Encoding')
  response.setHeader('cache-control', file.cacheControl)
  response.setHeader('etag', file.etag)
  if (isKnown(request.headers['if-none-match'], file.etag)) {
    response.statusCode = 304
    return void response.end()
  }
  const encoding = encodingFor(request.headers['accept-encoding']?.toString())
  const sent = encoding === 'br' ? file.br : encoding === 'gzip' ? file.gzip : file.body
  response.setHeader('content-type', file.type)
  if (encoding !== undefined) response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', sent.length)
  response.end(request.method === 'HEAD' ? undefined : sent)
}
