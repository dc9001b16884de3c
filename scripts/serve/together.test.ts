import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { handUpgrades } from './together.ts'

/** Who takes an upgrade to `path`: the editors' socket, Next, or nobody. */
async function takerOf(path: string, dev: boolean): Promise<string> {
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true })
  const take = (name: string) => (...[request, socket, head]: Parameters<typeof sockets.handleUpgrade> extends [infer R, infer S, infer H, ...unknown[]] ? [R, S, H] : never) =>
    sockets.handleUpgrade(request, socket, head, (made) => made.close(4000, name))
  handUpgrades(server, { upgrade: take('together') }, dev ? take('next') : null)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return new Promise((resolve) => {
    const client = new WebSocket(`ws://127.0.0.1:${address.port}${path}`)
    client.on('error', () => resolve('nobody'))
    client.on('close', (_code, reason) => resolve(reason.toString() || 'nobody'))
  })
}

test.each([
  ['/api/stories/together', true, 'together'],
  ['/api/stories/together', false, 'together'],
  ['/api/stories/together?x=1', false, 'together'],
  ['/_next/webpack-hmr', true, 'next'],
  ['/_next/webpack-hmr', false, 'nobody'],
  ['/api/stories/together/more', false, 'nobody'],
  ['/api/stories%2ftogether', false, 'nobody'],
])('an upgrade of %s (development: %s) is taken by %s', async (path, dev, taker) => {
  expect(await takerOf(path, dev)).toBe(taker)
})
