import { HocuspocusProvider, HocuspocusProviderWebsocket, MessageType, WebSocketStatus } from '@hocuspocus/provider'
import { messageYjsSyncStep1 } from 'y-protocols/sync'
import type { Shared } from '../../together/shared.ts'
import type { Wire, WireEvents } from './draft-world.ts'

/** Keys of so short a time go to the others in one message: who types and who reads along have less to do for each. */
const GATHER_MS = 100

/** The person's own state, which the provider takes away when a page is hidden for good and maybe comes back. */
function appear({ awareness, me }: Shared): void {
  if (awareness.getLocalState()?.user === undefined) awareness.setLocalState({ user: me })
}

/**
 * The WebSocket to the paper that carries one shared document. It tries once when told to; `token` is the id of
 * the person whose page this is, so that the server lets nobody else in with it.
 */
export function openWire(address: () => string, name: string, shared: Shared, events: WireEvents): Wire {
  let wanted = false
  let gotTheirs = false
  let askedForOurs = false
  let made: { socket: HocuspocusProviderWebsocket; provider: HocuspocusProvider } | null = null

  function settle(): void {
    if (!gotTheirs || !askedForOurs) return
    gotTheirs = false
    events.onSynced()
  }
  /** While there is no connection, nothing is lined up for one: both sides compare what they have when they meet. */
  function hangUp(): void {
    wanted = false
    gotTheirs = false
    askedForOurs = false
    if (made === null) return
    const { socket, provider } = made
    socket.shouldConnect = false
    socket.configuration.providerMap.delete(provider.effectiveName)
    provider.detach()
    socket.cancelWebsocketRetry?.()
    socket.stopConnectionAttempt()
    socket.cleanupWebSocket()
    socket.status = WebSocketStatus.Disconnected
    provider.onClose()
  }
  /** The socket broke, or the server closed the document on it: each tells, and only the first is news. */
  function lost(): void {
    if (!wanted) return
    hangUp()
    events.onClosed()
  }
  function make() {
    const socket = new HocuspocusProviderWebsocket({
      url: address(),
      autoConnect: false,
      // Whether and when to try again is for the line to say: it looks first who is signed in.
      maxAttempts: 1,
      onClose: lost,
    })
    const provider = new HocuspocusProvider({
      name,
      document: shared.doc,
      awareness: shared.awareness,
      token: shared.me.userId,
      websocketProvider: socket,
      flushDelay: GATHER_MS,
      onClose: lost,
      onSynced: () => {
        gotTheirs = true
        settle()
      },
      onMessage: ({ message }) => {
        message.readVarString()
        if (message.readVarUint() !== MessageType.Sync || Number(message.readVarUint()) !== messageYjsSyncStep1) return
        // Our answer goes out while this message is handled; what is sent after that comes behind all our changes.
        queueMicrotask(() => {
          askedForOurs = true
          settle()
        })
      },
      onStateless: ({ payload }) => events.onMessage(payload),
      onAuthenticationFailed: ({ reason }) => events.onRefused(reason),
    })
    return { socket, provider }
  }

  return {
    open() {
      wanted = true
      appear(shared)
      made ??= make()
      made.provider.attach()
      void made.socket.connect()
    },
    close: hangUp,
    say(message) {
      made?.provider.flushPendingUpdates()
      made?.provider.sendStateless(message)
    },
  }
}
