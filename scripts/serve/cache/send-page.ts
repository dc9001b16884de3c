import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Page } from './pages.ts'
import { isPlainExchange, REQUEST_ID, WrittenHead } from './written-head.ts'

type Encoding = 'br' | 'gzip'
/** A page as one encoding sends it: its headers, and the head as Node wrote it out. */
const HEADS = new WeakMap<Buffer, { headers: string[]; written?: WrittenHead | undefined }>()

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const UNDER_WAY = new WeakMap<Page, Map<Encoding, Promise<Buffer>>>()

const CHOICES = new Map<string, Encoding | undefined>()
const MOST_CHOICES = 200

/** The encoding for whoever accepts `accepted`. Browsers say but a few different words here; their readings are kept. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  if (accepted === undefined) return undefined
  if (CHOICES.has(accepted)) return CHOICES.get(accepted)
  const offers = accepted.split(',').map((offer) => offer.trim()).filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer))
  const names = offers.map((offer) => offer.split(';', 1)[0])
  const choice = names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined
  if (CHOICES.size < MOST_CHOICES) CHOICES.set(accepted, choice)
  return choice
}

export const isKnown = (known: string | undefined, etag: string) => known !== undefined && known.split(',').some((value) => value.trim().replace(/^W\//, '') === etag.slice(2))

/** A header of the request, found without making an object of all of them. `name`: in small letters. */
function asked(request: IncomingMessage, name: string): string | undefined {
  const raw = request.rawHeaders
  for (let at = 0; at < raw.length; at += 2) {
    const key = raw[at]
    if (key !== undefined && key.length === name.length && (key === name || key.toLowerCase() === name)) return raw[at + 1]
  }
  return undefined
}

/** As wide a window as the page needs (a power of two, RFC 7932): the widest takes some megabytes for each page that is being packed. */
const windowFor = (bytes: number) => Math.min(22, Math.max(16, Math.ceil(Math.log2(bytes))))

function pack(page: Page, encoding: Encoding): Promise<Buffer> {
  const under = UNDER_WAY.get(page) ?? new Map<Encoding, Promise<Buffer>>()
  UNDER_WAY.set(page, under)
  let work = under.get(encoding)
  if (work === undefined) {
    work = encoding === 'br' ? brotli(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: page.body.length, [constants.BROTLI_PARAM_LGWIN]: windowFor(page.body.length) } }) : zip(page.body)
    under.set(encoding, work)
    void work.then((bytes) => page.packed?.set(encoding, bytes)).finally(() => under.delete(encoding)).catch(() => undefined)
  }
  return work
}

function write(page: Page, request: IncomingMessage, response: ServerResponse, encoding: Encoding | undefined, body: Buffer, more: string[]): void {
  let head = HEADS.get(body)
  if (head === undefined) {
    head = { headers: [...page.headers, ...(page.etag === undefined ? [] : ['etag', page.etag]), ...(encoding === undefined ? [] : ['content-encoding', encoding]), 'content-length', String(body.length)] }
    HEADS.set(body, head)
  }
  const plain = more.length === 2 && more[0] === REQUEST_ID && isPlainExchange(request, response)
  if (!plain || head.written?.repeat(response, page.status, more[1] ?? '') !== true) {
    response.writeHead(page.status, [...head.headers, ...more])
    if (plain) head.written = WrittenHead.of(response, more[1] ?? '')
  }
  response.end(request.method === 'HEAD' ? undefined : body)
}

/**
 * Sends a page: "not modified" to whoever has it already, packed for whoever takes it, without body to a HEAD. Answers its status, or a promise of it where
 * the page is packed for the first time (`grown` is called then). `more`: further headers.
 */
export function sendPage(page: Page, request: IncomingMessage, response: ServerResponse, { requestId = randomUUID(), grown, more = [] }: { requestId?: string; grown?: () => void; more?: string[] } = {}): number | Promise<number> {
  more.push(REQUEST_ID, requestId)
  if (page.etag !== undefined && isKnown(asked(request, 'if-none-match'), page.etag)) {
    const head = page.headers.filter((_, at) => page.headers[at - (at % 2)] !== 'content-type')
    response.writeHead(304, [...head, 'etag', page.etag, ...more])
    response.end()
    return 304
  }
  const encoding = page.packed === null ? undefined : encodingFor(asked(request, 'accept-encoding'))
  const body = encoding === undefined ? page.body : page.packed?.get(encoding)
  if (body !== undefined) {
    write(page, request, response, encoding, body, more)
    return page.status
  }
  if (encoding === undefined) return page.status
  return pack(page, encoding).then((packed) => {
    grown?.()
    write(page, request, response, encoding, packed, more)
    return page.status
  })
}
