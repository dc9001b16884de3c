import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { log, requestContext } from '#server/log.ts'
import type { HitLog } from './cache/hit-log.ts'
import type { KeptPages } from './cache/pages.ts'
import type { Renders } from './cache/renders.ts'
import { fromMemory } from './cache/from-memory.ts'
import { sendPage } from './cache/send-page.ts'
import { beforeHead, endHeld } from './capture.ts'
import type { ReaderElements } from './elements.ts'
import { frontAddress, labelOf } from './front/front-request.ts'
import { makeFile, makePaperPage, PRIVATE_CACHE, type Made } from './paper-page.ts'
import { isFramed, isLasting, isPayload, isPicture, kindOf, loggedPath, pathOf, type Kind } from './paths.ts'
import type { ProblemPage } from './problem-page.ts'
import { cleanRequestHeaders, onlyWhatAPageMayKnow } from './request-headers.ts'
import { scriptPolicy, securityHeaders, type Site } from './security-headers.ts'
import { sendKept } from './send-kept.ts'
import type { PageStyles } from './styles/page-styles.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
export type House = Site & {
  next: Handler
  trustProxy: boolean
  /** A cache of somebody else is in front and is told when pages are old (EDGE_PURGE_URL): it may hold them until then. */
  edge: boolean
  problem: ProblemPage
  elements: ReaderElements
  styles: PageStyles
  databaseAnswers: () => Promise<boolean>
  /** What is kept of the paper in memory, and what is being made for it. */
  kept: KeptPages
  renders: Renders<Made>
  hits: HitLog
  /** The epoch of the paper that this process knows of. */
  epoch: () => string | undefined
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Everything between the network and Next, for one paper. */
export function answerWith(house: House): RequestListener {
  return (request, response) => {
    if (fromMemory(house, request, response, frontAddress(request) === undefined ? undefined : (page) => labelOf(page, house.epoch()))) return
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
  cleanRequestHeaders(request.headers, { kind, trustProxy: house.trustProxy, address: frontAddress(request) ?? request.socket.remoteAddress, requestId, ...(request.url === undefined ? {} : { url: request.url }) })
  for (const [name, value] of Object.entries(securityHeaders(kind, path ?? '/', nonce, house))) response.setHeader(name, value)
  response.setHeader('x-request-id', requestId)
  if (path === undefined) return plain(response, 400, 'This address cannot be read.')
  if (!METHODS.has(request.method ?? '')) return plain(response, 405, 'This method is not known here.')
  if (path.startsWith('/_next/image') || path === '/api/jobs' || path.startsWith('/api/jobs/')) return plain(response, 404, 'There is nothing here.')

  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (kind === 'document' || kind === 'file' || isFramed(path)) {
    if (!reads) {
      response.setHeader('allow', 'GET, HEAD')
      return plain(response, 405, 'The paper can only be read.')
    }
    const file = house.elements.fileAt(path)
    if (file !== undefined) return sendKept(request, response, file)
    if (isPayload(path)) return plain(response, 404, 'There is nothing here.')
    if (isFramed(path)) return send(house, request, response, requestId, await makePaperPage(house, taken(request), { path, kind }))
    onlyWhatAPageMayKnow(request.headers)
    return fromThePaper(house, request, response, { path, kind, requestId })
  }
  if (!house.dev && reads && !request.url?.includes('?') && (isLasting(path) || isPicture(path))) return fileOfThePaper(house, request, response, { path, kind, requestId })
  if (nonce !== undefined) {
    request.headers['content-security-policy'] = scriptPolicy(nonce, house.dev)
    beforeHead(response, () => response.setHeader('cache-control', PRIVATE_CACHE))
  }
  return house.next(request, response)
}

type Asked = { path: string; kind: Kind; requestId: string }

/** A page or file of the paper: made once for all who ask for it meanwhile, and kept where it is the same for everybody. */
async function fromThePaper(house: House, request: IncomingMessage, response: ServerResponse, of: Asked): Promise<void> {
  const target = request.url ?? '/'
  const alone = house.dev || target.includes('?')
  const others = alone ? undefined : await house.renders.under(of.path)
  if (others?.common === true) return send(house, request, response, of.requestId, others)
  const made = await house.renders.start(of.path, !alone && others === undefined, async (era, settled) => {
    const one = await makePaperPage(house, taken(request), of)
    if (one.common && settled && !alone && one.page.until > performance.now()) house.kept.keep(target, one.page, era)
    return settled ? { ...one, era } : one
  })
  return send(house, request, response, of.requestId, made)
}

/** A picture, which is kept while it is public, or a file of the build, which is kept for good. Nobody waits for what another may see. */
async function fileOfThePaper(house: House, request: IncomingMessage, response: ServerResponse, of: Asked): Promise<void> {
  const lasting = isLasting(of.path)
  const made = await house.renders.start(of.path, false, async (era, settled) => {
    const one = await makeFile(house, taken(request), of, lasting)
    if (one.common && settled) house.kept.keep(request.url ?? '', one.page, era)
    return settled ? { ...one, era } : one
  })
  return send(house, request, response, of.requestId, made)
}

/** The request as Next gets it: its own ETag and compression would be those of the page before we touched it. What is sent is decided by `rawHeaders`. */
function taken(request: IncomingMessage): IncomingMessage {
  for (const name of ['accept-encoding', 'if-none-match', 'if-modified-since', 'range']) delete request.headers[name]
  return request
}

async function send(house: House, request: IncomingMessage, response: ServerResponse, requestId: string, { page, common, era }: Made): Promise<void> {
  if (response.destroyed) return
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  const label = frontAddress(request) !== undefined && common && era === house.kept.era ? labelOf(page, house.epoch()) : []
  await sendPage(page, request, response, { requestId, more: label, grown: () => house.kept.grown(request.url ?? '') })
}
