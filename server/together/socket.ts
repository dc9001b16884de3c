import 'server-only'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { isFromOurPages } from '../auth/origin.ts'
import { socketSession, type SocketSession } from '../auth/socket-session.ts'
import { log, reasonOf } from '../log.ts'
import { CLOSE_CODES, type Visit } from './editor.ts'
import { Allowance, HEARTBEAT_MS, INTRODUCED_WITHIN_MS, MAX_CONNECTIONS, MAX_FRAME_BYTES, MAX_PER_PERSON, MAX_SIGNED_OUT, MAX_SIGNED_OUT_FRAME_BYTES, MAX_UNREAD_BYTES, SIGNED_IN, SIGNED_OUT } from './limits.ts'
import { Together } from './together.ts'

/** Hocuspocus' own heartbeat, which keeps browsers from taking a silent server for a dead one; they answer with the other. */
const PING = Uint8Array.of(9)
const PONG = 10
const CLOSED_WITHIN_MS = 1_000

const REASONS: Record<number, string> = { 403: 'Forbidden', 429: 'Too Many Requests', 503: 'Service Unavailable' }

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${REASONS[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data))
  return new Uint8Array(data)
}

export type TogetherServer = {
  /** Takes over an upgrade to TOGETHER_PATH. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Stores everything, then closes every connection; within some seconds. */
  close: () => Promise<void>
  together: Together
}

/** The WebSocket end of writing together: who is let in to it at all, and how much each connection may send. */
export function startTogether({ storeWithin = 6_000 }: { storeWithin?: number } = {}): TogetherServer {
  const together = new Together()
  const serverFor = (maxPayload: number) => new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, clientTracking: false })
  const [signedIn, signedOut] = [serverFor(MAX_FRAME_BYTES), serverFor(MAX_SIGNED_OUT_FRAME_BYTES)]
  const visits = new Map<Visit, { alive: boolean }>()
  let closing = false

  const heartbeat = setInterval(() => {
    for (const [{ socket }, pulse] of visits) {
      if (!pulse.alive) {
        socket.terminate()
        continue
      }
      pulse.alive = false
      socket.ping()
      socket.send(PING)
    }
  }, HEARTBEAT_MS)
  heartbeat.unref()

  /** The status with which a connection is refused; null: there is room. */
  function fullFor(session: SocketSession | null): number | null {
    if (closing || visits.size >= MAX_CONNECTIONS) return 503
    const same = [...visits.keys()].filter((visit) => visit.session?.actor.userId === session?.actor.userId).length
    if (session === null) return same >= MAX_SIGNED_OUT ? 503 : null
    return same >= MAX_PER_PERSON ? 429 : null
  }

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    if (!isFromOurPages(new Headers({ origin: request.headers.origin ?? '' }))) return refuse(socket, 403)
    if (closing || visits.size >= MAX_CONNECTIONS) return refuse(socket, 503)
    let session: SocketSession | null
    try {
      session = await socketSession(request)
    } catch (error) {
      log.error({ reason: reasonOf(error) }, 'together: could not ask who is signed in')
      return refuse(socket, 503)
    }
    const full = fullFor(session)
    if (full !== null) return refuse(socket, full)
    const server = session === null ? signedOut : signedIn
    server.handleUpgrade(request, socket, head, (made) => welcome(made, session))
  }

  function welcome(socket: WebSocket, session: SocketSession | null): void {
    const visit: Visit = { socket, requestId: randomUUID(), session, editor: null, introduced: false }
    const pulse = { alive: true }
    visits.set(visit, pulse)
    const allowance = new Allowance(session === null ? SIGNED_OUT : SIGNED_IN, Date.now())
    // The rest of the request is of no use to the hooks.
    const client = together.hocuspocus.handleConnection(socket, new Request('http://localhost/'), { visit })
    const introduction = setTimeout(() => {
      if (!visit.introduced) socket.close(CLOSE_CODES.limit, 'nothing was opened')
    }, INTRODUCED_WITHIN_MS)
    socket.on('message', (data, isBinary) => {
      // What comes in after the end is not heard; the other side may take its time to stop.
      if (socket.readyState !== socket.OPEN) return
      pulse.alive = true
      const bytes = bytesOf(data)
      if (bytes.length === 1 && bytes[0] === PONG) return
      if (!isBinary) return socket.close(1003, 'binary only')
      if (!allowance.takes(bytes.byteLength, Date.now()) || socket.bufferedAmount > MAX_UNREAD_BYTES) {
        log.warn({ requestId: visit.requestId, userId: session?.actor.userId, bytes: bytes.byteLength }, 'together: over the limit')
        return session === null ? socket.close(CLOSE_CODES['signed-out'], 'signed out') : socket.close(CLOSE_CODES.limit, 'too much at once')
      }
      client.handleMessage(bytes)
    })
    socket.on('pong', () => (pulse.alive = true))
    socket.on('error', () => socket.terminate())
    socket.on('close', (code, reason) => {
      clearTimeout(introduction)
      visits.delete(visit)
      client.handleClose({ code, reason: reason.toString() })
    })
  }

  return {
    together,
    upgrade: (request, socket, head) => void upgrade(request, socket, head),
    close: async () => {
      closing = true
      clearInterval(heartbeat)
      const lost = await together.close(storeWithin)
      if (lost > 0) log.error({ documents: lost }, 'together: stopped before everything was stored; the browsers keep it')
      for (const { socket } of visits.keys()) socket.close(1001, 'closing')
      const late = setTimeout(() => {
        for (const { socket } of visits.keys()) socket.terminate()
      }, CLOSED_WITHIN_MS)
      while (visits.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
      clearTimeout(late)
      signedIn.close()
      signedOut.close()
    },
  }
}
