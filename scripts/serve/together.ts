import type { IncomingMessage, Server } from 'node:http'
import { registerHooks } from 'node:module'
import type { Duplex } from 'node:stream'
import { TOGETHER_PATH } from '#domain/together/messages.ts'
import type { TogetherServer } from '#server/together/socket.ts'
import { pathOf } from './paths.ts'

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => unknown

/**
 * Loads the server's part of writing together. Its files import `server-only`, which Next's bundler and tests let in by
 * a condition that this process must not have: React would be another one here.
 */
export async function loadTogether(): Promise<() => TogetherServer> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => (specifier === 'server-only' ? { url: 'data:text/javascript,', shortCircuit: true } : next(specifier, context)),
  })
  try {
    const { startTogether } = await import('#server/together/socket.ts')
    return startTogether
  } finally {
    hooks.deregister()
  }
}

/** Hands upgrades to where they belong: the editors' socket, `others` (Next's own in development), or nowhere. */
export function handUpgrades(server: Server, together: Pick<TogetherServer, 'upgrade'>, others: Upgrade | null): void {
  server.on('upgrade', (request, socket, head) => {
    if (pathOf(request.url ?? '') === TOGETHER_PATH) together.upgrade(request, socket, head)
    else if (others === null) socket.destroy()
    else others(request, socket, head)
  })
}
