import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { appUrl, ensureAppRole, prepareDatabase } from '../app-database.ts'
import { startPostgres, type Postgres } from '../postgres.ts'
import { brokenRules, tally } from './publishing-checks.ts'
import type { Acknowledged } from './publishing-server.ts'

/**
 * Kills a server (SIGKILL) and its PostgreSQL, in turns, while stories are decided on, published and scheduled without a pause, and
 * looks after each kill whether any story is half-published, published twice or without its audit event, or something is gone that
 * was said to be done. Run: node --conditions=react-server scripts/measure/kill-publishing.ts [kills, 30 unless told]
 */
const DATABASE = 'fourth_period'
const ZONE = 'America/Los_Angeles'
const kills = Number(process.argv[2] ?? 30)
const folder = mkdtempSync(path.join(tmpdir(), 'fourth-period-kills-'))
chmodSync(folder, 0o755)
const password = randomBytes(24).toString('base64url')
const began = Date.now()

// As in a school, with every commit written through.
const start = (port?: number) => startPostgres({ dataDir: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log'), password, ...(port === undefined ? {} : { port }) })
let postgres: Postgres = await start()
const { port } = postgres
await ensureAppRole(postgres, password)
await prepareDatabase(postgres, DATABASE)
mkdirSync(path.join(folder, 'media'))
Object.assign(process.env, {
  DATABASE_URL: appUrl(postgres, DATABASE, password), MEDIA_DIR: path.join(folder, 'media'), SITE_URL: 'http://localhost:3000',
  AUTH_SECRET: randomBytes(36).toString('base64url'), JOBS_SECRET: randomBytes(36).toString('base64url'), LOG_LEVEL: 'silent', FP_TEST_CLOCK: '0',
})
const { anActor, wholeContent } = await import('#server/testing/builders.ts')
const people = { writer: await anActor('WRITER'), editor: await anActor('EDITOR'), adviser: await anActor('ADVISER') }
const setup = { began, zone: ZONE, people, content: await wholeContent(people.writer), makers: 4 }
await (await import('#server/db.ts')).db().$disconnect()

const promised: Acknowledged[] = []
let server: ChildProcess | undefined

async function startServer(): Promise<void> {
  const child = fork(path.join(import.meta.dirname, 'publishing-server.ts'), { execArgv: ['--conditions=react-server', '--disable-warning=DeprecationWarning'], env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled') }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await once(child, 'message')
  child.send(setup)
  await once(child, 'message')
  child.on('message', (said: Acknowledged) => promised.push(said))
  server = child
}

async function killServer(): Promise<void> {
  if (server === undefined) return
  const over = once(server, 'exit')
  server.kill('SIGKILL')
  await over
  await startServer()
}

async function killPostgres(): Promise<void> {
  process.kill(postgres.pid, 'SIGKILL')
  await postgres.exited
  // Its children notice by and by; a new one is refused until the last of them is gone.
  for (let attempt = 0; ; attempt += 1) {
    const again = await start(port).catch((error: unknown) => (attempt < 10 ? null : Promise.reject(error)))
    if (again !== null && again.port === port) return void (postgres = again)
    await again?.stop()
    await pause(500)
  }
}

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgres.url(DATABASE) })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What was said to be done and is not on record. */
async function brokenPromises(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(`SELECT "kind" || ' ' || "storyId" || ' ' || "revisionId" AS key FROM "AuditEvent" WHERE "storyId" IS NOT NULL AND "revisionId" IS NOT NULL`)
  const there = new Set(rows.map(({ key }) => key))
  return promised.filter(({ kind, storyId, revisionId }) => !there.has(`${kind} ${storyId} ${revisionId}`)).map(({ kind, storyId }) => `gone: ${kind} of ${storyId}`)
}

const look = (standing: readonly string[]) => asOwner(async (client) => [...standing, ...(await brokenRules(client)), ...(await brokenPromises(client))])

let broken: string[] = []
const done = { server: 0, PostgreSQL: 0 }
try {
  await startServer()
  for (let kill = 0; kill < kills; kill += 1) {
    // Something must have gone on since the last one, or nothing would be tried.
    const before = promised.length
    for (let waited = 0; promised.length < before + 10 && waited < 30_000; waited += 100) await pause(100)
    await pause(Math.random() * 1_000)
    const what = kill % 2 === 0 ? 'server' : 'PostgreSQL'
    await (what === 'server' ? killServer() : killPostgres())
    done[what] += 1
    const found = await look([])
    broken = broken.concat(found)
    console.log(`kill ${kill + 1} of ${kills} (${what}): ${promised.length} acknowledged so far, ${found.length === 0 ? 'all is well' : found.join('; ')}`)
  }
  server?.send('enough')
  // A job whose worker was killed is tried again when it has not been heard of for 30 seconds.
  const standing = () => asOwner(async (client) => (await client.query(`SELECT 1 FROM "Schedule" WHERE "doneAt" IS NULL AND "cancelledAt" IS NULL AND "failedAt" IS NULL`)).rowCount ?? 0)
  for (let waited = 0; (await standing()) > 0 && waited < 90_000; waited += 500) await pause(500)
  const left = await standing()
  broken = await look(left === 0 ? broken : [...broken, `${left} plans were never carried out`])
  console.log(`\n${done.server} kills of the server, ${done.PostgreSQL} of PostgreSQL; ${promised.length} commands acknowledged`)
  for (const [what, count] of Object.entries(await asOwner(tally))) console.log(`${String(count).padStart(6)}  ${what}`)
  console.log(broken.length === 0 ? '\nNo story half-published, none published twice, no audit event missing, nothing acknowledged lost.' : `\n${[...new Set(broken)].join('\n')}`)
} finally {
  server?.kill('SIGKILL')
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(broken.length === 0 ? 0 : 1)
