import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { endHeld } from './capture.ts'
import type { KeptFile } from './elements.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const COMPRESSED_LIMIT = 300
const compressed = new Map<string, Promise<Buffer>>()

function encodingFor(accepted: string | undefined): 'br' | 'gzip' | undefined {
  const offers = (accepted ?? '').split(',').map((offer) => offer.trim()).filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer))
  const names = offers.map((offer) => offer.split(';', 1)[0])
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined
}

/** The same page is compressed once; the oldest are forgotten. */
function compress(body: Buffer, etag: string, encoding: 'br' | 'gzip'): Promise<Buffer> {
  const key = `${encoding} ${etag}`
  const known = compressed.get(key)
  if (known !== undefined) return known
  const made = encoding === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }) : zip(body)
  compressed.set(key, made)
  made.catch(() => compressed.delete(key))
  if (compressed.size > COMPRESSED_LIMIT) for (const oldest of compressed.keys()) {
    compressed.delete(oldest)
    break
  }
  return made
}

const isKnown = (known: string | undefined, etag: string) => known !== undefined && known.split(',').some((value) => value.trim().replace(/^W\//, '') === etag.slice(2))

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

const TEXT = /^(text\/|application\/(json|feed\+json|ld\+json|xml|rss\+xml|atom\+xml|manifest\+json)|image\/svg)/

/**
 * Sends a whole body with the status and headers that stand on the response: its ETag, 304 to whoever has it already,
 * compressed for whoever takes it, without body to a HEAD.
 */
export async function sendWhole(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  for (const name of ['transfer-encoding', 'content-length', 'etag']) response.removeHeader(name)
  response.setHeader('vary', 'Accept-Encoding')
  if (response.statusCode === 200) {
    response.setHeader('etag', etag)
    if (isKnown(request.headers['if-none-match'], etag)) {
      response.statusCode = 304
      response.removeHeader('content-type')
      return endHeld(response)
    }
  }
  const text = TEXT.test(String(response.getHeader('content-type') ?? ''))
  const encoding = text && body.length > 1_000 ? encodingFor(request.headers['accept-encoding']?.toString()) : undefined
  const sent = encoding === undefined ? body : await compress(body, etag, encoding)
  if (encoding !== undefined) response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', sent.length)
  endHeld(response, sent)
}
