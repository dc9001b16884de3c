import 'server-only'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { encode } from 'next-auth/jwt'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { Actor } from '#domain/people.ts'
import { parseMessage, sharedDraftName, toEditorSchema, TOGETHER_PATH, type StoredMessage, type ToEditor } from '#domain/together/messages.ts'
import { claimsFor } from '../auth/session-claims.ts'
import { sessionCookieName } from '../auth/session-cookie.ts'
import { env } from '../env.ts'
import { draftGeneration } from '../stories/shared-draft.ts'
import { startTogether, type TogetherServer } from '../together/socket.ts'

/** The server's part of writing together on a port of its own. */
export type TestTogether = TogetherServer & { server: Server; port: number }

export async function serveTogether(port = 0): Promise<TestTogether> {
  const together = startTogether({ storeWithin: 3_000 })
  const server = createServer()
  server.on('upgrade', together.upgrade)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: listening }: Pick<AddressInfo, 'port'> = server.address() as AddressInfo
  return {
    ...together,
    server,
    port: listening,
    close: async () => {
      await together.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The cookie of somebody who has just signed in; `change` makes a forged one of it. */
export async function cookieOf(actor: Actor, change: { secret?: string; maxAge?: number } = {}): Promise<string> {
  const token = await encode({ token: { ...(await claimsFor(actor.userId)) }, secret: change.secret ?? env().AUTH_SECRET, maxAge: change.maxAge ?? 3_600 })
  return `${sessionCookieName()}=${token}`
}

export type TestEditor = {
  doc: Y.Doc
  provider: HocuspocusProvider
  socket: HocuspocusProviderWebsocket
  messages: ToEditor[]
  refusals: string[]
  closes: number[]
  synced: () => boolean
  /** Sends a mark and waits until it is answered. */
  stored: (within?: number) => Promise<StoredMessage>
  mark: () => number
  close: () => void
}

type Opened = { port: number; actor: Actor; storyId: string; generation?: string; cookie?: string; origin?: string | null; doc?: Y.Doc; token?: string; within?: number }

/** A page that has a story open, without a page. */
export async function openEditor({ port, actor, storyId, generation, cookie, origin, doc = new Y.Doc(), token }: Opened): Promise<TestEditor> {
  const sent = { cookie: cookie ?? (await cookieOf(actor)), ...(origin === null ? {} : { origin: origin ?? env().SITE_URL }) }
  class Page extends WebSocket {
    constructor(address: string) {
      super(address, { headers: sent })
      this.on('error', () => undefined)
    }
  }
  const messages: ToEditor[] = []
  const refusals: string[] = []
  const closes: number[] = []
  let synced = false
  let marks = 0
  const socket = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}${TOGETHER_PATH}`, WebSocketPolyfill: Page, delay: 50, minDelay: 50, maxDelay: 200, jitter: false, onClose: ({ event }) => closes.push(event.code) })
  const provider = new HocuspocusProvider({
    name: sharedDraftName(storyId, generation ?? (await draftGeneration(storyId)) ?? ''),
    document: doc,
    token: token ?? actor.userId,
    websocketProvider: socket,
    onSynced: () => (synced = true),
    onDisconnect: () => (synced = false),
    onAuthenticationFailed: ({ reason }) => refusals.push(reason),
    onStateless: ({ payload }) => {
      const message = parseMessage(toEditorSchema, payload)
      if (message === null) throw new Error(`the server said ${payload}`)
      messages.push(message)
    },
  })
  provider.attach()
  const mark = () => {
    marks += 1
    provider.sendStateless(JSON.stringify({ type: 'mark', n: marks }))
    return marks
  }
  const storedSince = (n: number) => messages.findLast((message): message is StoredMessage => message.type === 'stored' && message.n >= n)
  return {
    doc, provider, socket, messages, refusals, closes, mark,
    synced: () => synced,
    stored: async (within = 5_000) => {
      const n = mark()
      return until(() => storedSince(n), within)
    },
    close: () => {
      provider.destroy()
      socket.destroy()
    },
  }
}

/** Waits until `look` finds something, and answers it. */
export async function until<T>(look: () => T | undefined | null | false | Promise<T | undefined | null | false>, within = 5_000): Promise<T> {
  const end = Date.now() + within
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== null && found !== false) return found
    if (Date.now() > end) throw new Error(`waited ${within} ms in vain for: ${look.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** An editor whose two sides agree. */
export async function openSynced(opened: Opened): Promise<TestEditor> {
  const editor = await openEditor(opened)
  await until(editor.synced, opened.within)
  return editor
}
