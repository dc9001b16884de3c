import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { grantToAppRole } from './grants.ts'
import { prepareJobs } from './jobs-schema.ts'

/** The lock that `prisma migrate deploy` takes: the two never run at once. */
const LOCK = 72_707_369
const OLDEST = 150_000
const DIRECTORY = path.join(import.meta.dirname, '..', 'prisma', 'migrations')

// As Prisma makes it.
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

/** A reason, in plain words, why the database was left as it is. */
export class MigrationProblem extends Error {}

type Migration = { name: string; sql: string; checksum: string }
type Row = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const unixLines = (text: string) => text.replaceAll('\r\n', '\n')

async function readMigrations(directory: string): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  return Promise.all(
    names.map(async (name) => {
      // Git may have written Windows line ends; the checksum is that of the file as committed.
      const sql = unixLines(await readFile(path.join(directory, name, 'migration.sql'), 'utf8'))
      return { name, sql, checksum: sha256(sql) }
    }),
  )
}

/** Refuses a database whose history is not ours to continue. */
async function checkHistory(client: pg.Client, migrations: Migration[]): Promise<Set<string>> {
  const { rows: [found] } = await client.query<{ tracked: boolean; foreign: string | null; version: number }>(
    `SELECT current_setting('server_version_num')::int AS version, to_regclass('"_prisma_migrations"') IS NOT NULL AS tracked,
            (SELECT min(tablename) FROM pg_tables WHERE schemaname = current_schema()) AS foreign`,
  )
  if ((found?.version ?? 0) < OLDEST) throw new MigrationProblem(`This is PostgreSQL ${Math.floor((found?.version ?? 0) / 10_000)}; Fourth Period needs ${OLDEST / 10_000} or later.`)
  if (found?.tracked !== true) {
    if (found?.foreign != null) {
      throw new MigrationProblem(`The database already holds tables that Fourth Period did not make ("${found.foreign}"). Give it an empty database.`)
    }
    await client.query(TABLE)
  }
  const { rows } = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at, logs FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of rows) {
    const ours = byName.get(row.migration_name)
    if (row.finished_at === null) {
      throw new MigrationProblem(
        `Migration ${row.migration_name} failed half-way, under another tool. Put the database right by hand or from a backup, then set rolled_back_at (undone) or finished_at (done) in its row of "_prisma_migrations".${row.logs ? ` It said: ${row.logs}` : ''}`,
      )
    }
    if (ours === undefined) {
      throw new MigrationProblem(`The database has migration ${row.migration_name}, which this version does not know: it was last used by a newer version. Start that one.`)
    }
    const windows = sha256(ours.sql.replaceAll('\n', '\r\n'))
    if (row.checksum !== ours.checksum && row.checksum !== windows) {
      throw new MigrationProblem(`Migration ${row.migration_name} was edited after it was applied. Put its file back, and make the change in a new migration.`)
    }
  }
  return new Set(rows.map((row) => row.migration_name))
}

/** One migration in one transaction; a failed one leaves nothing but its row, marked as rolled back. */
async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const id = randomUUID()
  await client.query('INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ($1, $2, $3)', [id, migration.checksum, migration.name])
  try {
    await client.query('BEGIN')
    await client.query(`SET LOCAL lock_timeout = '5s'`)
    await client.query(migration.sql)
    await client.query('UPDATE "_prisma_migrations" SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
    await client.query('COMMIT')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await client.query('ROLLBACK')
    await client.query('UPDATE "_prisma_migrations" SET logs = $2, rolled_back_at = now() WHERE id = $1', [id, reason])
    throw new MigrationProblem(`Migration ${migration.name} failed and was rolled back; nothing of it remains. PostgreSQL said: ${reason}`)
  }
}

/**
 * Brings a database to the newest migration, as `prisma migrate deploy` would, and the job queue with it; answers the names that it applied.
 * `connectionString` is that of the role that owns the tables. Throws MigrationProblem, having changed nothing, when
 * the database was migrated by a newer version, a migration was edited, or an earlier one failed.
 */
export async function migrate(connectionString: string, directory: string = DIRECTORY): Promise<string[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, application_name: 'fourth-period migrate' })
  await client.connect()
  try {
    await client.query(`SET lock_timeout = '60s'`)
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const migrations = await readMigrations(directory)
    const done = await checkHistory(client, migrations)
    const due = migrations.filter(({ name }) => !done.has(name))
    for (const migration of due) await apply(client, migration)
    await prepareJobs(client).catch((error: unknown) => {
      throw new MigrationProblem(`The schema of the job queue could not be made or brought up to date (the role that migrates must be allowed to create a schema). ${error instanceof Error ? error.message : String(error)}`)
    })
    return due.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/**
 * Migrates as the owner and gives the app's role its rights. Without an owner of its own (`MIGRATE_DATABASE_URL`) the
 * app's role owns the tables; the triggers hold all the same. Answers what was applied, and a warning if there is one.
 */
export async function migrateForApp(app: string, owner: string | undefined): Promise<{ applied: string[]; warning?: string }> {
  const applied = await migrate(owner ?? app)
  const separate = owner !== undefined && (await grantToAppRole(owner, app))
  if (separate) return { applied }
  return { applied, warning: 'The role of DATABASE_URL owns its tables. Give another one in MIGRATE_DATABASE_URL to let the app do only what it must (docs/deploy.md).' }
}

if (import.meta.main) {
  const { DATABASE_URL, MIGRATE_DATABASE_URL } = process.env
  if (!DATABASE_URL) {
    console.error('DATABASE_URL is missing.')
    process.exit(1)
  }
  try {
    const { applied, warning } = await migrateForApp(DATABASE_URL, MIGRATE_DATABASE_URL || undefined)
    for (const name of applied) console.log(`Applied ${name}`)
    if (applied.length === 0) console.log('Nothing to migrate.')
    if (warning !== undefined) console.warn(warning)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
