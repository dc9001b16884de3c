import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { log, requestContext } from '#server/log.ts'
import { beforeHead, captured, endHeld } from './capture.ts'
import { SCRIPT_LIMIT, SPECULATION_RULES, type ReaderElements } from './elements.ts'
import { isFramed, isPayload, kindOf, loggedPath, pathOf, type Kind } from './paths.ts'
import type { ProblemPage } from './problem-page.ts'
import { inItsLanguage, isHiddenFromSearch, linksWithoutScripts, needsScript, statusIn, withoutScripts } from './reader-document.ts'
import { cleanRequestHeaders } from './request-headers.ts'
import { scriptPolicy, securityHeaders, type Site } from './security-headers.ts'
import { sendKept, sendWhole } from './send-whole.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
export type House = Site & { next: Handler; trustProxy: boolean; problem: ProblemPage; elements: ReaderElements; databaseAnswers: () => Promise<boolean> }

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const DOCUMENT_CACHE = 'public, max-age=0, must-revalidate'
const PRIVATE_CACHE = 'private, no-store'

/** Everything between the network and Next, for one paper. */
export function answerWith(house: House): RequestListener {
  return (request, response) => {
    const began = performance.now()
    const requestId = randomUUID()
    const path = pathOf(request.url ?? '')
    const kind = path === undefined ? 'document' : kindOf(path)
    const method = request.method ?? 'GET'
    response.once('close', () =>
      requestContext.run({ requestId }, () =>
        log.info({ method, path: path === undefined ? '(not a path)' : loggedPath(path), status: response.writableFinished ? response.statusCode : 499, ms: Math.round(performance.now() - began) }, 'request'),
      ),
    )
    requestContext.run({ requestId }, () => {
      answer(house, request, response, { kind, path, requestId }).catch((error: unknown) => {
        log.error({ reason: error instanceof Error ? error.stack : String(error) }, 'request failed')
        if (!response.headersSent) plain(response, 500, 'Something went wrong.')
        else response.destroy()
      })
    })
  }
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  endHeld(response, Buffer.from(`${text}\n`))
}

async function answer(house: House, request: IncomingMessage, response: ServerResponse, of: { kind: Kind; path: string | undefined; requestId: string }): Promise<void> {
  const { kind, path, requestId } = of
  const nonce = kind === 'staff' && !isFramed(path) ? randomBytes(18).toString('base64') : undefined
  cleanRequestHeaders(request.headers, { kind, trustProxy: house.trustProxy, address: request.socket.remoteAddress, requestId, ...(request.url === undefined ? {} : { url: request.url }) })
  for (const [name, value] of Object.entries(securityHeaders(kind, path ?? '/', nonce, house))) response.setHeader(name, value)
  response.setHeader('x-request-id', requestId)
  if (path === undefined) return plain(response, 400, 'This address cannot be read.')
  if (!METHODS.has(request.method ?? '')) return plain(response, 405, 'This method is not known here.')
  if (path.startsWith('/_next/image') || path === '/api/jobs' || path.startsWith('/api/jobs/')) return plain(response, 404, 'There is nothing here.')

  if (kind === 'document' || kind === 'file' || isFramed(path)) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return plain(response, 405, 'The paper can only be read.')
    }
    const file = house.elements.fileAt(path)
    if (file !== undefined) return sendKept(request, response, file)
    if (isPayload(path)) return plain(response, 404, 'There is nothing here.')
    return fromThePaper(house, request, response, path)
  }
  if (nonce !== undefined) {
    request.headers['content-security-policy'] = scriptPolicy(nonce, house.dev)
    beforeHead(response, () => response.setHeader('cache-control', PRIVATE_CACHE))
  }
  return house.next(request, response)
}

/** A page or file of the paper: made whole by Next; a page is sent without scripts, with the status that it names. */
async function fromThePaper(house: House, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const { 'accept-encoding': accepted, 'if-none-match': known } = request.headers
  // Next's own ETag and compression would be those of the page before we touched it.
  for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since', 'range']) delete request.headers[name]
  request.method = 'GET' // A HEAD is answered as its GET would be; Node leaves the body out.
  const made = captured(response)
  // Next ends the answer, or throws before it did.
  const body = await Promise.race([made, house.next(request, response).then(() => made, failed)])
  if (accepted !== undefined) request.headers['accept-encoding'] = accepted
  if (known !== undefined) request.headers['if-none-match'] = known
  if (response.destroyed) return
  for (const name of response.getHeaderNames()) if (/^(x-nextjs-.*|set-cookie|last-modified|accept-ranges)$/.test(name)) response.removeHeader(name)
  if (body === undefined || response.statusCode >= 500) return problem(house, request, response)

  const isPage = String(response.getHeader('content-type') ?? '').startsWith('text/html')
  if (isPage || response.statusCode >= 300) {
    const isPrivate = isFramed(path) || (/private|no-store/.test(String(response.getHeader('cache-control') ?? '')) && response.statusCode === 200)
    response.setHeader('cache-control', isPrivate ? PRIVATE_CACHE : DOCUMENT_CACHE)
  }
  return sendWhole(request, response, isPage ? page(house, response, body.toString(), path) : body)
}

function page(house: House, response: ServerResponse, made: string, path: string): Buffer {
  const html = inItsLanguage(made)
  if (response.statusCode === 200) response.statusCode = (path === '/problem' ? 404 : statusIn(html)) ?? 200
  response.setHeader('content-type', 'text/html; charset=utf-8')
  // For those that look at headers alone, or at no more than a part of the page.
  if (isHiddenFromSearch(html)) response.setHeader('x-robots-tag', 'noindex')
  if (house.dev) return Buffer.from(html)
  if (needsScript(html)) log.error({ path }, 'reader page: not whole without script')
  if (!isFramed(path)) response.setHeader('speculation-rules', `"${SPECULATION_RULES}"`)
  const link = linksWithoutScripts(String(response.getHeader('link') ?? ''))
  if (link) response.setHeader('link', link)
  else response.removeHeader('link')
  return Buffer.from(withoutScripts(html, isFramed(path) ? undefined : elementsOn(house, path)))
}

/** Where the elements of one page are; says so where one is not there at all, or all of them together are too much. */
function elementsOn(house: House, path: string): (element: string) => string | undefined {
  const sizes = new Map<string, number>()
  return (element) => {
    const address = house.elements.addressOf(element)
    if (address === undefined) log.error({ path, element }, 'reader page: there is no such element')
    sizes.set(element, house.elements.sizeOf(element))
    const all = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    if (all > SCRIPT_LIMIT) log.error({ path, bytes: all }, 'reader page: its elements are more than a page may have')
    return address
  }
}

function failed(error: unknown): undefined {
  log.error({ reason: error instanceof Error ? error.stack : String(error) }, 'reader page failed')
  return undefined
}

/** The paper's error page: 503 while the database is away, else 500. */
async function problem(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const away = !(await house.databaseAnswers())
  for (const name of ['link', 'location', 'content-encoding']) response.removeHeader(name)
  response.statusCode = away ? 503 : 500
  if (away) response.setHeader('retry-after', '30')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('content-type', 'text/html; charset=utf-8')
  return sendWhole(request, response, Buffer.from(house.problem.html))
}
