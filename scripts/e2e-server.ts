import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { appUrl, ensureAppRole, prepareDatabase } from './app-database.ts'
import { startPostgres, type Postgres } from './postgres.ts'
import { ROOT } from './start/build.ts'
import { serverFlags } from './start/server-flags.mjs'
import { runNode } from './start/steps.ts'

// The production server for the browser tests, with a PostgreSQL and a demo paper of its own that end with it.
const DATABASE = 'fourth_period'
const port = Number(process.env.FP_E2E_PORT)
const folder = mkdtempSync(path.join(tmpdir(), 'fourth-period-e2e-'))
chmodSync(folder, 0o755)

let postgres: Postgres | undefined
let server: ChildProcess | undefined
/** How far the paper's clock is ahead of the real one, in milliseconds; outlives a killed server. */
let ahead = 0
let ending = false

async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await stopServer('SIGTERM')
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}

/** Starts the served process and waits until it answers. */
async function startServer(): Promise<void> {
  const child = fork(path.join(ROOT, 'scripts/e2e-serve.ts'), { execArgv: serverFlags(), env: { ...process.env, FP_E2E_PORT: String(port), FP_TEST_CLOCK: String(ahead) } })
  server = child
  const gone = once(child, 'exit').then(() => {
    throw new Error('the server ended before it answered')
  })
  await Promise.race([once(child, 'message'), gone])
  gone.catch(() => undefined)
}

/** SIGTERM lets it finish; SIGKILL is a power cut. */
async function stopServer(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
  const over = once(server, 'exit')
  server.kill(signal)
  await over
}

/** How long ago the paper last changed, in milliseconds: its pages are expired once more until 16 s after a change. */
async function quietFor(): Promise<number> {
  const client = new pg.Client({ connectionString: postgres?.url(DATABASE) })
  await client.connect()
  try {
    const { rows } = await client.query<{ ms: number }>(`SELECT extract(epoch FROM now() - max("at"))::float8 * 1000 AS ms FROM "AuditEvent"`)
    return rows[0]?.ms ?? 0
  } finally {
    await client.end()
  }
}

/** Changes what every page says, as the app would: in one transaction with its event. For measurements (scripts/bench/speed.ts). */
async function changeMotto(words: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres?.url(DATABASE) })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('UPDATE "Paper" SET "motto" = $1', [words])
    await client.query(`INSERT INTO "AuditEvent" ("kind", "data") VALUES ('paper.settingsChanged', '{}')`)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

/** Moves the clock of commands and jobs to an instant; without one, back to the real time. Cookies, sessions and the database keep theirs. */
async function setClock(to: string): Promise<void> {
  const at = to === '' ? Date.now() : Date.parse(to)
  if (Number.isNaN(at)) throw new Error(`no instant: ${to}`)
  ahead = to === '' ? 0 : at - Date.now()
  server?.send(ahead)
}

/**
 * Lets a test stop and start the database (POST /stop, /start), kill the server and start it again (/kill), move the clock
 * (/clock?<ISO 8601>), change the motto (/motto?<words>), and ask /quiet and /pid: on the loopback only.
 */
function listenForFaults(at: number, start: (wanted?: number) => Promise<Postgres>): void {
  const control = createServer((request, response) => {
    const faults: Record<string, () => Promise<unknown> | undefined> = {
      '/stop': () => postgres?.stop(),
      '/start': () => start(postgres?.port).then((again) => void (postgres = again)),
      '/kill': () => stopServer('SIGKILL').then(startServer),
      '/quiet': quietFor,
      '/pid': async () => server?.pid,
      '/motto': () => changeMotto(decodeURIComponent(argument)),
      '/clock': () => setClock(decodeURIComponent(argument)),
    }
    const [fault = '', argument = ''] = (request.url ?? '').split('?')
    Promise.resolve(faults[fault]?.()).then((answer) => response.end(String(answer ?? 'done')), (error: unknown) => response.writeHead(500).end(String(error)))
  })
  control.listen(at, '127.0.0.1').unref()
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
// Whoever started us may be killed without a word.
const parent = process.ppid
setInterval(() => process.ppid !== parent && void end(1), 1_000).unref()

try {
  const password = randomBytes(24).toString('base64url')
  const start = (wanted?: number) => startPostgres({ dataDir: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log'), password, durable: false, port: wanted })
  postgres = await start()
  await ensureAppRole(postgres, password)
  await prepareDatabase(postgres, DATABASE)
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DATABASE_URL: appUrl(postgres, DATABASE, password),
    MEDIA_DIR: path.join(folder, 'media'),
    SITE_URL: `http://localhost:${port}`,
    AUTH_SECRET: randomBytes(36).toString('base64url'),
    JOBS_SECRET: randomBytes(36).toString('base64url'),
    LOG_LEVEL: process.env.FP_E2E_LOG === undefined ? 'error' : 'info',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  mkdirSync(path.join(folder, 'media'))
  await runNode(['--conditions=react-server', path.join(ROOT, 'prisma/seed/seed.ts')], {}, 'Loading the demo paper')
  // As the demo paper is served; nothing that made it was mailed.
  process.env.FP_MAIL_CATCH_ALL = '1'
  await startServer()
  if (process.env.FP_E2E_CONTROL_PORT !== undefined) listenForFaults(Number(process.env.FP_E2E_CONTROL_PORT), start)
} catch (error) {
  console.error(error)
  await end(1)
}
