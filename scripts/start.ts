import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import pg from 'pg'
import { appUrl, asSuperuser, ensureAppRole, prepareDatabase } from './app-database.ts'
import { migrateForApp, MigrationProblem } from './migrate.ts'
import { PostgresProblem, startPostgres } from './postgres.ts'
import { build, generateClient, ROOT } from './start/build.ts'
import { hold } from './start/hold.ts'
import { checkPort, wantedPort } from './start/port.ts'
import { completeSettings, DATA, emptyTestSettings, ownSecrets, rememberPort, type Secrets } from './start/settings.ts'
import { endPrograms, runNode, StartProblem, step } from './start/steps.ts'

/** Another one is for looking at what `npm run seed:large` made. */
const DATABASE = process.env.FP_DATABASE?.trim() || 'fourth_period'
const SEEDING = path.join(DATA, 'seeding')

// What must be undone at the end, the last first.
const undo: (() => Promise<void> | void)[] = []
let ending: Promise<void> | undefined

function end(): Promise<void> {
  return (ending ??= (async () => {
    endPrograms()
    for (const work of undo.reverse()) await Promise.resolve(work()).catch((error: unknown) => console.error(error))
  })())
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (ending === undefined) console.log('\nStopping …')
    void end().then(() => process.exit(0))
  })
}

/** Our own PostgreSQL, migrated and with the app's role; the app's address of it goes into the environment. */
async function ownDatabase(secrets: Secrets): Promise<{ applied: string[]; empty: boolean }> {
  const postgres = await step('PostgreSQL', () =>
    startPostgres({ dataDir: path.join(DATA, 'postgres'), logFile: path.join(DATA, 'postgres.log'), password: secrets.POSTGRES_PASSWORD, port: secrets.POSTGRES_PORT }),
  )
  undo.push(() => postgres.stop())
  void postgres.exited.then(() => ending ?? console.error('PostgreSQL has ended unexpectedly (see .data/postgres.log). Pages that readers have seen are still served; stop with Ctrl-C and start again.'))
  rememberPort(secrets, postgres.port)
  process.env.DATABASE_URL = appUrl(postgres, DATABASE, secrets.APP_PASSWORD)
  return step('Database', async () => {
    // A demo paper whose loading was interrupted is loaded anew; nobody can have written anything since.
    if (existsSync(SEEDING)) await asSuperuser(postgres, 'postgres', (client) => client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(DATABASE)}`))
    await ensureAppRole(postgres, secrets.APP_PASSWORD)
    const { applied } = await prepareDatabase(postgres, DATABASE)
    return { applied, empty: (await count('Paper')) === 0 }
  }, ({ applied }) => (applied.length === 0 ? undefined : `${applied.length} migration${applied.length === 1 ? '' : 's'} applied`))
}

async function count(table: 'Paper' | 'User'): Promise<number> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '', connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`)).rows[0]?.n ?? 0
  } finally {
    await client.end()
  }
}

async function demoPaper(): Promise<void> {
  const seed = path.join(ROOT, 'prisma/seed/seed.ts')
  if (!existsSync(seed)) return
  await step('Demo paper', async () => {
    writeFileSync(SEEDING, '')
    await runNode(['--conditions=react-server', seed], {}, 'Loading the demo paper')
    rmSync(SEEDING)
  })
}

/** A PostgreSQL that somebody else runs. */
async function givenDatabase(): Promise<void> {
  const url = process.env.DATABASE_URL ?? ''
  const { warning } = await step('Database', async () => {
    try {
      return await migrateForApp(url, process.env.MIGRATE_DATABASE_URL?.trim() || undefined)
    } catch (error) {
      if (error instanceof MigrationProblem || !(error instanceof Error)) throw error
      throw new StartProblem(`The database of ${process.env.MIGRATE_DATABASE_URL ? 'MIGRATE_DATABASE_URL or ' : ''}DATABASE_URL cannot be used: ${error.message || 'it does not answer.'}`)
    }
  }, ({ applied }) => (applied.length === 0 ? undefined : `${applied.length} migration${applied.length === 1 ? '' : 's'} applied`))
  if (warning !== undefined) console.warn(`! ${warning}`)
}

async function printDemoAccounts(): Promise<void> {
  const file = path.join(ROOT, 'prisma/seed/accounts.ts')
  if (!existsSync(file)) return
  const { DEMO_ACCOUNTS }: { DEMO_ACCOUNTS: { email: string; password: string; role: string }[] } = await import(pathToFileURL(file).href)
  console.log('\n  Demo accounts (sign in at /sign-in):')
  for (const { role, email, password } of DEMO_ACCOUNTS) console.log(`    ${role.padEnd(8)}  ${email.padEnd(32)}  ${password}`)
}

async function start(mode: string): Promise<void> {
  process.chdir(ROOT)
  if (existsSync('.env')) process.loadEnvFile('.env')
  emptyTestSettings()
  const dev = mode === 'dev'
  const port = wantedPort(process.env.PORT)
  const host = process.env.HOST?.trim() || '127.0.0.1'
  const own = (process.env.DATABASE_URL ?? '').trim() === ''
  undo.push(hold(DATA, `http://localhost:${port}`).release)
  await step('Settings', () => completeSettings(port, own ? ownSecrets() : undefined))
  await checkPort(port, host, dev)
  mkdirSync(process.env.MEDIA_DIR ?? DATA, { recursive: true })
  await step('Database client', generateClient, (made) => (made === 'made' ? undefined : made))
  if (own) {
    const { empty } = await ownDatabase(ownSecrets())
    if (empty) await demoPaper()
  } else await givenDatabase()
  if (!dev) await step('Build', build, (output) => (output === undefined ? 'unchanged' : undefined))
  if (ending !== undefined) return

  if ((own || dev) && !process.env.SMTP_URL?.trim()) process.env.FP_MAIL_CATCH_ALL = '1'
  Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })
  const { serve } = await import('./serve.ts')
  const server = await step('Server', () => serve({ dev, port, host }))
  undo.push(server.close)
  console.log(`\n  The paper is at ${own ? `http://localhost:${port}` : process.env.SITE_URL}`)
  if (own) await printDemoAccounts()
  else if ((await count('User')) === 0) {
    const link = await runNode(['--conditions=react-server', path.join(ROOT, 'scripts/setup-link.ts')], {}, 'Making the set-up link')
    console.log(`\n  Nobody can sign in yet. This link makes the first account and names the paper; it works once, for 7 days:\n    ${link.trim()}`)
  }
  console.log('\n  Ctrl-C stops it.\n')
}

try {
  await start(process.argv[2] ?? 'start')
} catch (error) {
  const plain = error instanceof StartProblem || error instanceof PostgresProblem || error instanceof MigrationProblem
  // Not console.error, which writes JSON once the server has begun: this is for the person at the keyboard.
  if (ending === undefined) process.stderr.write(plain ? `\n✗ ${error.message}\n` : `${inspect(error)}\n`)
  await end()
  process.exit(1)
}
