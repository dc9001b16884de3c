import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { log } from '#server/log.ts'
import { EpochListener } from '../cache/epoch.ts'
import { fromMemory } from '../cache/from-memory.ts'
import { HitLog } from '../cache/hit-log.ts'
import { isPackable, KeptPages, type Page } from '../cache/pages.ts'
import { Renders } from '../cache/renders.ts'
import { sendPage } from '../cache/send-page.ts'
import { isLasting, isPayload, isPicture, kindOf, pathOf } from '../paths.ts'
import { SERVER_OPTIONS } from '../server-options.ts'
import { readLabel } from './front-request.ts'
import { askFirst, handOn, handUpgradeOn, passedOn, type First } from './to-first.ts'

// A process beside the first one (WEB_PROCESSES, scripts/serve/front/processes.ts): answers readers out of a memory of its own, and hands everything else on.
const first: First = { port: Number(process.env.FP_FIRST_PORT), secret: process.env.JOBS_SECRET ?? '' }
const kept = new KeptPages(Number(process.env.FP_KEPT_BYTES))
const hits = new HitLog()
const memory = { kept, hits }
const renders = new Renders<{ page: Page; common: boolean }>(() => kept.era)
const epoch = new EpochListener(process.env.DATABASE_URL ?? '', () => kept.turn())

const NOT_KEPT = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'etag', 'date', 'x-request-id', 'x-front-keep'])

/** The path, where its answer may be the same for everybody. */
function commonPath({ method, url = '' }: IncomingMessage): string | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || url.includes('?')) return undefined
  const path = pathOf(url)
  if (path === undefined || isPayload(path) || path.startsWith('/elements/')) return undefined
  return isLasting(path) || isPicture(path) || ['document', 'file'].includes(kindOf(path)) ? path : undefined
}

async function ask(request: IncomingMessage, era: number): Promise<{ page: Page; common: boolean }> {
  const { status, raw, keep, etag, type, body } = await askFirst(request, first, epoch.known)
  const label = readLabel(keep)
  const page: Page = {
    status, body, etag, headers: passedOn(raw, NOT_KEPT), packed: isPackable(type, body.length) ? new Map() : null,
    whateverQuery: label?.whateverQuery === true, lasting: label?.lasting === true, until: performance.now() + (label?.seconds ?? Infinity) * 1_000,
  }
  const common = label !== undefined && label.epoch === epoch.known
  if (common) kept.keep(request.url ?? '', page, era)
  return { page, common }
}

async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const shared = !isPicture(path)
  const others = shared ? await renders.under(path)?.catch(() => undefined) : undefined
  const made = others?.common === true ? others : await renders.start(path, shared && others === undefined, (era) => ask(request, era))
  if (!response.destroyed) await sendPage(made.page, request, response, { grown: () => kept.grown(request.url ?? '') })
}

const server = createServer(SERVER_OPTIONS, (request, response) => {
  if (fromMemory(memory, request, response)) return
  const path = commonPath(request)
  if (path === undefined) return handOn(request, response, first)
  // The first process is away, or just starting: its words for that.
  answer(request, response, path).catch(() => (response.headersSent ? response.destroy() : handOn(request, response, first)))
})
server.on('upgrade', (request, socket, head) => handUpgradeOn(request, socket, head, first))

await epoch.start()
server.listen({ port: Number(process.env.PORT), host: process.env.HOST ?? '127.0.0.1', reusePort: true }, () => process.send?.('ready'))
server.on('error', (error) => {
  log.error({ reason: error.message }, 'reader process: cannot listen')
  process.exit(1)
})

function end(): void {
  hits.flush()
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 5_000).unref()
}
process.on('SIGTERM', end)
// The first process tells when to stop; a Ctrl-C in the terminal reaches this one too.
process.on('SIGINT', () => undefined)
process.on('disconnect', end)
