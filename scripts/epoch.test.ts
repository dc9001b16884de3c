import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request as send, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { makeDatabase, asOwner } from '#server/testing/database.ts'
import { freePort } from './postgres.ts'
import { answerWith, type House } from './serve/answer.ts'
import { EpochListener } from './serve/cache/epoch.ts'
import { HitLog } from './serve/cache/hit-log.ts'
import { KeptPages } from './serve/cache/pages.ts'
import { Renders } from './serve/cache/renders.ts'
import { ReaderElements } from './serve/elements.ts'
import { PageStyles } from './serve/styles/page-styles.ts'
import { takeFront } from './serve/front/front-request.ts'
import { ProblemPage } from './serve/problem-page.ts'

const database = await makeDatabase()
afterAll(() => database.drop())
const app = <T>(work: Parameters<typeof asOwner<T>>[1]) => asOwner(database.app, work)
const event = (kind: string) => `INSERT INTO "AuditEvent" ("kind", "data") VALUES ('${kind}', '{}')`

async function listener(moved = () => undefined as void): Promise<EpochListener> {
  const made = new EpochListener(database.app, moved)
  onTestFinished(() => made.stop())
  await made.start()
  return made
}

test('a change that readers see moves the epoch at its commit, in every process; others and what is undone do not', async () => {
  const [one, other] = [await listener(), await listener()]
  const before = one.known
  await app(async (client) => {
    await client.query(event('story.edited'))
    await client.query(event('note.added'))
    await client.query(`BEGIN; ${event('story.publish')}; ROLLBACK`)
    await client.query('BEGIN')
    await client.query(event('story.withdraw'))
    await client.query(event('a.kindThatNobodyKnows'))
    expect([one.known, other.known]).toEqual([before, before])
    await client.query('COMMIT')
  })
  const after = String(Number(before) + 1)
  await vi.waitFor(() => expect([one.known, other.known]).toEqual([after, after]))
})

test('a lost connection misses nothing', async () => {
  let moved = 0
  const one = await listener(() => void (moved += 1))
  const before = moved
  await asOwner(database.owner, async (client) => {
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fourth-period-epoch' AND datname = current_database()`)
    await client.query('SELECT "move_reader_epoch"()')
  })
  await vi.waitFor(() => expect(moved).toBe(before + 1), 5_000)
  expect(one.known).toBeDefined()
})

const listening = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  return (server.address() as AddressInfo).port
}

function get(port: number, target: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    send({ port, host: '127.0.0.1', path: target, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
    }).on('error', reject).end()
  })
}

test('a reader process keeps what the first one keeps, for the same epoch, and nothing of anybody’s own', async () => {
  let words = 'first'
  const asked: string[] = []
  const kept = new KeptPages(1_000_000)
  const epoch = await listener(() => kept.turn())
  const secret = 's'.repeat(32)
  const house: House = {
    secure: false, google: false, dev: false, trustProxy: false, edge: false, problem: new ProblemPage(), elements: new ReaderElements({}), styles: new PageStyles('none'), databaseAnswers: async () => true,
    kept, renders: new Renders(() => kept.era), hits: new HitLog(() => undefined), epoch: () => epoch.known,
    next: async (request, response) => {
      asked.push(request.url ?? '')
      const own = request.url?.startsWith('/newsroom') === true
      response.writeHead(200, { 'content-type': 'text/html', 'cache-control': own ? 'private, no-store' : 's-maxage=31536000' }).end(`<p>${own ? request.headers.cookie : words}</p>`)
    },
  }
  const answer = answerWith(house)
  const first = await listening(createServer((request, response) => {
    epoch.heard(takeFront(request))
    answer(request, response)
  }))
  const port = await freePort()
  const child = fork(path.join(import.meta.dirname, 'serve/front/reader-process.ts'), { env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', FP_FIRST_PORT: String(first), FP_KEPT_BYTES: '1000000', JOBS_SECRET: secret, DATABASE_URL: database.app, LOG_LEVEL: 'silent' } })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')

  expect([(await get(port, '/news/a')).text, (await get(port, '/news/a')).text]).toEqual(['<p>first</p>', '<p>first</p>'])
  expect(asked).toEqual(['/news/a'])
  const page = await get(port, '/news/a')
  expect((await get(port, '/news/a', { 'if-none-match': String(page.headers.etag) })).status).toBe(304)
  expect(Object.keys(page.headers).filter((name) => name.startsWith('x-front'))).toEqual([])
  for (const who of ['me', 'you', 'me']) expect((await get(port, '/newsroom', { cookie: who })).text).toBe(`<p>${who}</p>`)
  // What a reader says that only processes say to each other changes nothing.
  expect((await get(port, '/news/a', { 'x-front-secret': secret, 'x-front-epoch': '999999' })).text).toBe('<p>first</p>')

  words = 'second'
  await app((client) => client.query(event('story.publish')))
  await vi.waitFor(async () => expect((await get(port, '/news/a')).text).toBe('<p>second</p>'))
  expect(asked.filter((target) => target === '/news/a')).toHaveLength(2)
})
