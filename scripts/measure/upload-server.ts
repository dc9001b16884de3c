import { createServer } from 'node:http'
import { measuringPaper } from './paper.ts'

// The receiving half of measure/uploads.ts: the app's own code behind a bare HTTP server. It ends with its parent.

const { end } = await measuringPaper()
const [{ withFile }, { uploadMedia }, { processPendingMedia }, { anActor }] = await Promise.all([
  import('../../app/api/media/receive-file.ts'),
  import('#server/media/upload.ts'),
  import('#server/media/processing.ts'),
  import('#server/testing/builders.ts'),
])
const actor = await anActor('EDITOR')

const server = createServer((incoming, outgoing) => {
  void (async () => {
    if (incoming.url === '/prepare') {
      outgoing.end(String((await processPendingMedia(3)).processed))
      return
    }
    const headers = new Headers(Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]))
    const pieces: AsyncIterator<Buffer> = incoming[Symbol.asyncIterator]()
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const piece = await pieces.next()
        if (piece.done === true) controller.close()
        else controller.enqueue(piece.value)
      },
    })
    // The DOM's types do not know `duplex` yet.
    const init = { method: 'POST', headers, body, duplex: 'half' }
    const received = await withFile(new Request('http://localhost/', init), (file) => uploadMedia(actor, file))
    const status = !received.ok ? received.status : received.result.ok ? 201 : received.result.status
    outgoing.writeHead(status, !received.ok && received.wait !== undefined ? { 'retry-after': String(received.wait) } : {}).end(JSON.stringify(received))
    // As the route does after its answer.
    if (status === 201) await processPendingMedia(3)
  })().catch((error: unknown) => outgoing.writeHead(500).end(String(error)))
})
// A slow machine must not close what the other side is about to use again.
server.keepAliveTimeout = 120_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address !== null ? address.port : 0)
})
process.on('disconnect', () => void end().finally(() => process.exit(0)))
