import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { env } from '#server/env.ts'
import { log } from '#server/log.ts'
import { answerWith, type House } from './serve/answer.ts'
import { ReaderElements } from './serve/elements.ts'
import { runJobs, startJobsTimer } from './serve/jobs-timer.ts'
import { databaseCheck, ProblemPage } from './serve/problem-page.ts'
import { structureOutput } from './serve/structured-output.ts'
import { handUpgrades, loadTogether } from './serve/together.ts'
import { elements, watchElements } from './start/build.ts'
import { portTaken } from './start/port.ts'

const ROOT = new URL('..', import.meta.url).pathname
const PROBLEM_PAGE_EVERY = 60_000
const STOP_WITHIN = 10_000

export type Serving = { port: number; close: () => Promise<void> }

function listen(server: Server, port: number, host: string, dev: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? portTaken(port, dev) : error))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function stop(server: Server, within: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), within)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/**
 * Serves the paper: one process, one port, our own server around Next's handler. Resolves once outsiders can connect.
 * Settings come from the environment (server/env.ts). `close` finishes what runs, for ten seconds at most.
 */
export async function serve({ dev = false, port = 3000, host = '127.0.0.1' }: { dev?: boolean; port?: number; host?: string }): Promise<Serving> {
  const { SITE_URL, GOOGLE_CLIENT_ID, TRUST_PROXY, JOBS_SECRET, DATABASE_URL } = env()
  if (!dev) structureOutput()
  const outer = createServer({ headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 })
  // Next listens for upgrades on the server that it is given: on one that nobody can reach. We hand on what is meant for it.
  const unreachable = createServer()
  const app = next({ dev, dir: ROOT, port, hostname: 'localhost', httpServer: unreachable })
  await app.prepare()
  const handle = app.getRequestHandler()

  // Loopback only, any port: the way in for our own jobs and the error page, closed to other programs of this machine.
  const inner = createServer((request, response) => {
    if (request.headers.authorization === `Bearer ${JOBS_SECRET}`) void handle(request, response)
    else response.writeHead(404).end()
  })
  const origin = `http://127.0.0.1:${await listen(inner, 0, '127.0.0.1', dev)}`
  const problem = new ProblemPage()
  if (!(await runJobs(origin, JOBS_SECRET, 'boot=1'))) log.warn('jobs: the first run after the start failed')
  await problem.refresh(origin, JOBS_SECRET)
  const refresh = setInterval(() => void problem.refresh(origin, JOBS_SECRET), PROBLEM_PAGE_EVERY)
  refresh.unref()

  const site = { secure: SITE_URL.startsWith('https:'), google: GOOGLE_CLIENT_ID !== undefined, dev }
  const house: House = { ...site, next: handle, trustProxy: TRUST_PROXY, problem, elements: new ReaderElements(await elements()), databaseAnswers: databaseCheck(DATABASE_URL) }
  outer.on('request', answerWith(house))
  const stopWatching = dev ? watchElements((made) => (house.elements = new ReaderElements(made))) : undefined
  const together = (await loadTogether())()
  handUpgrades(outer, together, dev ? (request, socket, head) => unreachable.emit('upgrade', request, socket, head) : null)
  const listening = await listen(outer, port, host, dev).catch(async (error: unknown) => {
    await together.close()
    await stop(inner, 0)
    throw error
  })
  const stopTimer = startJobsTimer(origin, JOBS_SECRET)

  return {
    port: listening,
    close: async () => {
      clearInterval(refresh)
      stopWatching?.()
      // First, while the database is still there: what was typed is stored, then the sockets are closed.
      await together.close()
      await stop(outer, STOP_WITHIN)
      await Promise.race([stopTimer(), new Promise((resolve) => setTimeout(resolve, STOP_WITHIN).unref())])
      await stop(inner, 0)
      await app.close()
    },
  }
}
