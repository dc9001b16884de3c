import { createHash } from 'node:crypto'
import { ServerResponse, type IncomingMessage } from 'node:http'
import { log } from '#server/log.ts'
import type { House } from './answer.ts'
import { isPackable, type Page } from './cache/pages.ts'
import { captured } from './capture.ts'
import { SCRIPT_LIMIT, SPECULATION_RULES } from './elements.ts'
import { isFramed, type Kind } from './paths.ts'
import { inItsLanguage, isCommon, isHiddenFromSearch, linksStillNeeded, needsScript, scriptsIn, statusIn, withCuts } from './reader-document.ts'
import { securityHeaders } from './security-headers.ts'

/** A page that was made. `common`: it is the same for everybody, so it may be kept and handed to whoever else waits for it. `era`: of which
 * epoch of this process it is, where that is sure. */
export type Made = { page: Page; common: boolean; era?: number }
type Of = { path: string; kind: Kind }

export const DOCUMENT_CACHE = 'public, max-age=0, must-revalidate'
export const PRIVATE_CACHE = 'private, no-store'
/** How every page of the paper is called by caches in front of it, to be purged together (server/purge-edge.ts). */
const KEYS = ['surrogate-key', 'paper', 'cache-tag', 'paper']
/** For how long such a cache may hold what it is told about when it is old. */
const HELD = ['surrogate-control', 'max-age=86400', 'cdn-cache-control', 'public, max-age=86400']
/** What Next says of itself, what belongs to one connection, and what is ours to say. */
const DROPPED = /^(x-nextjs-.*|x-request-id|set-cookie|last-modified|accept-ranges|etag|content-length|content-encoding|transfer-encoding|connection|keep-alive|date|vary)$/

type Parts = { status: number; headers: Map<string, string>; body: Buffer; whateverQuery?: boolean; lasting?: boolean; seconds?: number }

/** Puts an answer together as it is sent and kept. */
function pageOf(house: House, { path, kind }: Of, { status, headers, body, whateverQuery = false, lasting = false, seconds = Infinity }: Parts): Page {
  const type = headers.get('content-type') ?? ''
  const all = new Map([...Object.entries(securityHeaders(kind, path, undefined, house)), ...headers, ['vary', 'Accept-Encoding']])
  const forAll = (kind === 'document' || kind === 'file') && status < 500 && !/private|no-store/.test(headers.get('cache-control') ?? '')
  return {
    status, body, whateverQuery, lasting, until: performance.now() + seconds * 1_000,
    headers: [...[...all].flat(), ...(forAll ? KEYS : []), ...(forAll && house.edge ? HELD : [])],
    packed: isPackable(type, body.length) ? new Map() : null,
    etag: status === 200 ? `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` : undefined,
  }
}

/**
 * By this name Next makes a page of the paper once, for the request and whole (`htmlLimitedBots` in next.config.ts). Made to be kept by Next itself, which keeps
 * nothing here, it would render each page twice, and its parts once more for a client that readers do not have.
 */
const AS_DOCUMENT = 'fourth-period'

/** Has Next make an answer, apart from the connection of whoever asked: that may break while others wait for the same. */
async function madeByNext(house: House, request: IncomingMessage): Promise<{ status: number; headers: Map<string, string>; cookies: boolean; body: Buffer } | undefined> {
  if (!house.dev) request.headers['user-agent'] = AS_DOCUMENT
  const response = new ServerResponse(request)
  const made = captured(response)
  // Next ends the answer, or throws before it did.
  const body = await Promise.race([made, house.next(request, response).then(() => made, failed)])
  queueMicrotask(() => response.emit('finish'))
  const headers = new Map<string, string>()
  for (const [name, value] of Object.entries(response.getHeaders())) if (value !== undefined) headers.set(name, Array.isArray(value) ? valueOf(name, value) : String(value))
  return body === undefined ? undefined : { status: response.statusCode, headers, cookies: headers.has('set-cookie'), body }
}

/** A header that was given more than once, in one line. Next says where it leads twice; that can be but one address. */
const valueOf = (name: string, values: readonly string[]) => (name === 'location' ? (values[0] ?? '') : values.join(', '))

function failed(error: unknown): undefined {
  log.error({ reason: error instanceof Error ? error.stack : String(error) }, 'reader page failed')
  return undefined
}

/** For how many seconds Next says that an answer holds for everybody; 0: it is nobody else's. */
function secondsIn(headers: Map<string, string>): number {
  const said = headers.get('cache-control') ?? ''
  if (/private|no-store/.test(said)) return 0
  // A route that says "public" knew nothing but its address (request-headers.ts).
  return Number(/s-maxage=(\d+)/.exec(said)?.[1] ?? (/\bpublic\b/.test(said) || headers.has('x-nextjs-cache') || headers.has('x-nextjs-prerender') ? Infinity : 0))
}

/** A page or file of the paper: a page is sent without scripts but the elements, with the status that it names. Never throws. */
export async function makePaperPage(house: House, request: IncomingMessage, of: Of): Promise<Made> {
  request.method = 'GET' // A HEAD is answered as its GET would be.
  const made = await madeByNext(house, request)
  if (made === undefined || made.status >= 500) return { page: await problemPage(house, of), common: true }
  const { status, headers, body } = made
  const html = String(headers.get('content-type') ?? '').startsWith('text/html') ? body.toString() : undefined
  const common = html !== undefined && isCommon(html)
  const seconds = common ? Infinity : secondsIn(headers)
  const whateverQuery = headers.has('x-nextjs-cache') || headers.has('x-nextjs-prerender') || of.kind === 'document'
  const isPrivate = isFramed(of.path) || (!common && /private|no-store/.test(headers.get('cache-control') ?? '') && status === 200)
  for (const name of headers.keys()) if (DROPPED.test(name)) headers.delete(name)
  if (html !== undefined || status >= 300) headers.set('cache-control', isPrivate ? PRIVATE_CACHE : DOCUMENT_CACHE)
  const parts = { status, headers, body, whateverQuery, seconds }
  const page = pageOf(house, of, html === undefined ? parts : { ...parts, ...documentOf(house, headers, html, { ...of, status }) })
  return { page, common: seconds > 0 && !isPrivate && !made.cookies }
}

function documentOf(house: House, headers: Map<string, string>, made: string, { path, status }: Of & { status: number }): { status: number; body: Buffer } {
  const html = inItsLanguage(made)
  headers.set('content-type', 'text/html; charset=utf-8')
  // For those that look at headers alone, or at no more than a part of the page.
  if (isHiddenFromSearch(html)) headers.set('x-robots-tag', 'noindex')
  const said = status === 200 ? ((path === '/problem' ? 404 : statusIn(html)) ?? 200) : status
  if (house.dev) return { status: said, body: Buffer.from(html) }
  if (needsScript(html)) log.error({ path }, 'reader page: not whole without script')
  if (!isFramed(path)) headers.set('speculation-rules', `"${SPECULATION_RULES}"`)
  const link = linksStillNeeded(headers.get('link') ?? '')
  if (link) headers.set('link', link)
  else headers.delete('link')
  let text = ''
  const scripts = scriptsIn(html, (elements) => {
    if (isFramed(path)) return undefined
    text = elements.map((element) => house.elements.scriptOf(element)).join('\n')
    return elementsOn(house, path, elements)
  })
  return { status: said, body: Buffer.from(withCuts(html, [...scripts, ...house.styles.stylesIn(html, text)])) }
}

/** Where the elements of one page are; says so where one is not there at all, or all of them together are too much. */
function elementsOn(house: House, path: string, elements: readonly string[]): string | undefined {
  for (const element of elements) if (house.elements.addressOf(element) === undefined) log.error({ path, element }, 'reader page: there is no such element')
  const bytes = elements.reduce((sum, element) => sum + house.elements.sizeOf(element), 0)
  if (bytes > SCRIPT_LIMIT) log.error({ path, bytes }, 'reader page: its elements are more than a page may have')
  return house.elements.addressOfAll(elements)
}

/** The paper's error page: 503 while the database is away, else 500. */
async function problemPage(house: House, of: Of): Promise<Page> {
  const away = !(await house.databaseAnswers())
  const headers = new Map([['content-type', 'text/html; charset=utf-8'], ['cache-control', 'no-store'], ...(away ? [['retry-after', '30'] as const] : [])])
  return pageOf(house, of, { status: away ? 503 : 500, headers, body: Buffer.from(house.problem.html), seconds: 0 })
}

/** A picture, a style or a typeface: as Next answers it. `lasting`: it is a part of the build. Throws what Next throws. */
export async function makeFile(house: House, request: IncomingMessage, of: Of, lasting: boolean): Promise<Made> {
  request.method = 'GET'
  const made = await madeByNext(house, request)
  if (made === undefined) return { page: await problemPage(house, of), common: false }
  const { status, headers, body, cookies } = made
  const common = status === 200 && !cookies && (lasting || secondsIn(headers) > 0)
  for (const name of headers.keys()) if (DROPPED.test(name) && name !== 'set-cookie') headers.delete(name)
  return { page: pageOf(house, of, { status, headers, body, whateverQuery: lasting, lasting }), common }
}
