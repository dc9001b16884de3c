import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerWith, type House } from '../serve/answer.ts'
import { HitLog } from '../serve/cache/hit-log.ts'
import { KeptPages } from '../serve/cache/pages.ts'
import { Renders } from '../serve/cache/renders.ts'
import { ReaderElements } from '../serve/elements.ts'
import { PageStyles } from '../serve/styles/page-styles.ts'
import { ProblemPage } from '../serve/problem-page.ts'

/** A paper's server without a paper: our own server as it is, with pages made up for it. `served` counts what it answered to the front. */
export type Origin = { port: number; served: () => number; change: (words: string) => void; close: () => void }

/** Starts it on a free port. `/search` and `/newsroom` say whose they are; every other page says the words. */
export async function startOrigin(): Promise<Origin> {
  let words = 'first'
  let served = 0
  const kept = new KeptPages(1_000_000)
  const house: House = {
    secure: false, google: false, dev: false, trustProxy: true, edge: true, problem: new ProblemPage(), elements: new ReaderElements({}), styles: new PageStyles('none'), databaseAnswers: async () => true,
    kept, renders: new Renders(() => kept.era), hits: new HitLog(() => undefined), epoch: () => '1',
    next: async (request, response) => {
      const own = /^\/(newsroom|search)/.test(request.url ?? '')
      const body = own ? `of ${request.headers.cookie ?? 'nobody'}` : `${words} `.repeat(400)
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': own ? 'private, no-store' : 's-maxage=31536000' }).end(`<html><body>${body}</body></html>`)
    },
  }
  const answer = answerWith(house)
  const server: Server = createServer((request, response) => {
    served += 1
    answer(request, response)
  })
  server.on('upgrade', (_, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nhello'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port, served: () => served,
    change: (now) => {
      words = now
      kept.turn()
    },
    close: () => void server.close().closeAllConnections(),
  }
}
