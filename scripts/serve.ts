import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { env } from '#server/env.ts'
import { log } from '#server/log.ts'
import { answerWith, type House } from './serve/answer.ts'
import { KEPT_BYTES, startMemory } from './serve/cache/memory.ts'
import { ReaderElements } from './serve/elements.ts'
import { FRONT, isFromFront, takeFront } from './serve/front/front-request.ts'
import { checkProcesses, startReaderProcesses } from './serve/front/processes.ts'
import { runJobs, startJobsTimer } from './serve/jobs-timer.ts'
import { databaseCheck, ProblemPage } from './serve/problem-page.ts'
import { SERVER_OPTIONS } from './serve/server-options.ts'
import { structureOutput } from './serve/structured-output.ts'
import { PageStyles } from './serve/styles/page-styles.ts'
import { handUpgrades, loadTogether } from './serve/together.ts'
import { warmUp } from './serve/warm-up.ts'
import { elements, watchElements } from './start/build.ts'
import { portTaken } from './start/port.ts'

const ROOT = new URL('..', import.meta.url).pathname
const PROBLEM_PAGE_EVERY = 60_000
const STOP_WITHIN = 10_000
/** The job that tells of a change is written right after it. */
const PURGE_AFTER = 150

export type Serving = { port: number; close: () => Promise<void> }

function listen(server: Server, port: number, host: string, dev: boolean, shared = false): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? portTaken(port, dev) : error))
    server.listen({ port, host, reusePort: shared }, () => resolve((server.address() as AddressInfo).port))
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
 * Serves the paper: our own server around Next's handler, on one port, with reader processes beside it where WEB_PROCESSES asks for them. Resolves once outsiders can connect.
 * Settings come from the environment (server/env.ts). `close` finishes what runs, for ten seconds at most.
 */
export async function serve({ dev = false, port = 3000, host = '127.0.0.1' }: { dev?: boolean; port?: number; host?: string }): Promise<Serving> {
  const { WEB_PROCESSES, EDGE_PURGE_URL, SITE_URL, GOOGLE_CLIENT_ID, TRUST_PROXY, JOBS_SECRET, DATABASE_URL } = env()
  if (!dev) structureOutput()
  const others = dev ? 0 : WEB_PROCESSES - 1
  checkProcesses(others + 1)
  const outer = createServer(SERVER_OPTIONS)
  // Next listens for upgrades on the server that it is given: on one that nobody can reach. We hand on what is meant for it.
  const unreachable = createServer()
  const app = next({ dev, dir: ROOT, port, hostname: 'localhost', httpServer: unreachable })
  await app.prepare()
  const handle = app.getRequestHandler()

  // Loopback only, any port: the way in for our own jobs, the error page and the reader processes, closed to other programs of this machine.
  const fronts: { answer?: RequestListener } = {}
  const inner = createServer((request, response) => {
    if (fronts.answer !== undefined && isFromFront(request.headers, JOBS_SECRET)) fronts.answer(request, response)
    else if (request.headers.authorization === `Bearer ${JOBS_SECRET}`) void handle(request, response)
    else response.writeHead(404).end()
  })
  const origin = `http://127.0.0.1:${await listen(inner, 0, '127.0.0.1', dev)}`
  const problem = new ProblemPage()
  if (!(await runJobs(origin, JOBS_SECRET, 'boot=1'))) log.warn('jobs: the first run after the start failed')
  await problem.refresh(origin, JOBS_SECRET)
  const refresh = setInterval(() => void problem.refresh(origin, JOBS_SECRET), PROBLEM_PAGE_EVERY)
  refresh.unref()

  const site = { secure: SITE_URL.startsWith('https:'), google: GOOGLE_CLIENT_ID !== undefined, dev }
  const edge = EDGE_PURGE_URL !== undefined
  let purge: NodeJS.Timeout | undefined
  const memory = await startMemory(DATABASE_URL, () => {
    // Whoever holds our pages in front is told by a job (server/cache-edge.ts): not only at the next tick.
    clearTimeout(purge)
    if (edge) purge = setTimeout(() => void runJobs(origin, JOBS_SECRET, 'part=queue'), PURGE_AFTER)
  })
  const house: House = {
    ...site, ...memory, next: handle, trustProxy: TRUST_PROXY, edge, problem, elements: new ReaderElements(await elements()), styles: new PageStyles(`${ROOT}.next`), databaseAnswers: databaseCheck(DATABASE_URL), epoch: () => memory.epoch.known,
  }
  const answer = answerWith(house)
  outer.on('request', answer)
  fronts.answer = (request, response) => {
    memory.epoch.heard(takeFront(request))
    answer(request, response)
  }
  const stopWatching = dev ? watchElements((made) => (house.elements = new ReaderElements(made))) : undefined
  const together = (await loadTogether())()
  handUpgrades(outer, together, dev ? (request, socket, head) => unreachable.emit('upgrade', request, socket, head) : null)
  handUpgrades(inner, { upgrade: (request, socket, head) => (isFromFront(request.headers, JOBS_SECRET) ? together.upgrade(request, socket, head) : socket.destroy()) }, null)
  if (!dev) await warmUp(async (path) => (await fetch(`${origin}${path}`, { headers: { [FRONT.secret]: JOBS_SECRET, [FRONT.address]: '127.0.0.1' }, redirect: 'manual' })).text())
  const listening = await listen(outer, port, host, dev, others > 0).catch(async (error: unknown) => {
    await together.close()
    await stop(inner, 0)
    throw error
  })
  const stopOthers = others === 0 ? undefined : await startReaderProcesses(others, { PORT: String(listening), HOST: host, FP_FIRST_PORT: new URL(origin).port, FP_KEPT_BYTES: String(KEPT_BYTES), JOBS_SECRET, DATABASE_URL })
  const stopTimer = startJobsTimer(origin, JOBS_SECRET)

  return {
    port: listening,
    close: async () => {
      clearInterval(refresh)
      stopWatching?.()
      // First, while the database is still there: what was typed is stored, then the sockets are closed.
      await together.close()
      await stopOthers?.()
      await stop(outer, STOP_WITHIN)
      await Promise.race([stopTimer(), new Promise((resolve) => setTimeout(resolve, STOP_WITHIN).unref())])
      await stop(inner, 0)
      clearTimeout(purge)
      await memory.stop()
      await app.close()
    },
  }
}
