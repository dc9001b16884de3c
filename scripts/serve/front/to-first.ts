import { Agent, request as send, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { FRONT } from './front-request.ts'

/** Where the first process listens for the others. */
export type First = { port: number; secret: string }

const CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'proxy-connection', 'upgrade', ...Object.values(FRONT)])
const agent = new Agent({ keepAlive: true, maxSockets: 512, timeout: 120_000 })

/** Raw headers without those of one connection, and without what only we may say. */
export function passedOn(raw: string[], without: ReadonlySet<string> = CONNECTION): string[] {
  return raw.filter((_, at) => !without.has(raw[at - (at % 2)]?.toLowerCase() ?? ''))
}

const ours = (request: IncomingMessage, { secret }: First) => [FRONT.secret, secret, FRONT.address, request.socket.remoteAddress ?? '']

/** Hands a request on as it is, and its answer back. */
export function handOn(request: IncomingMessage, response: ServerResponse, first: First): void {
  const out = send({ agent, host: '127.0.0.1', port: first.port, method: request.method, path: request.url, headers: [...passedOn(request.rawHeaders), ...ours(request, first)] })
  out.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, passedOn(answer.rawHeaders))
    answer.pipe(response)
  })
  out.on('error', () => {
    if (response.headersSent) response.destroy()
    else response.writeHead(503, { 'retry-after': '5', 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8' }).end('The paper is just starting again. Please try once more.\n')
  })
  response.on('close', () => out.destroy())
  request.pipe(out)
}

/** Hands the beginning of a WebSocket on, and then whatever is said on it. */
export function handUpgradeOn(request: IncomingMessage, socket: Duplex, head: Buffer, first: First): void {
  const other = connect(first.port, '127.0.0.1', () => {
    const headers = [...passedOn(request.rawHeaders, new Set(Object.values(FRONT))), ...ours(request, first)]
    const lines = headers.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${headers[at + 1]}`] : []))
    other.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    other.write(head)
    other.pipe(socket).pipe(other)
  })
  other.on('error', () => socket.destroy())
  socket.on('error', () => other.destroy())
}

export type Answer = { status: number; raw: string[]; keep: string | undefined; etag: string | undefined; type: string; body: Buffer }

/** Asks for a page as it is, unpacked, to keep it. */
export function askFirst(request: IncomingMessage, first: First, epoch: string | undefined): Promise<Answer> {
  const without = new Set([...CONNECTION, 'accept-encoding', 'if-none-match', 'if-modified-since', 'range', 'content-length'])
  const headers = [...passedOn(request.rawHeaders, without), ...ours(request, first), ...(epoch === undefined ? [] : [FRONT.epoch, epoch])]
  return new Promise((resolve, reject) => {
    const out = send({ agent, host: '127.0.0.1', port: first.port, method: 'GET', path: request.url, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const keep = answer.headers[FRONT.keep]
        resolve({ status: answer.statusCode ?? 502, raw: answer.rawHeaders, keep: typeof keep === 'string' ? keep : undefined, etag: answer.headers.etag, type: answer.headers['content-type'] ?? '', body: Buffer.concat(chunks) })
      })
    })
    out.on('error', reject)
    out.end()
  })
}
