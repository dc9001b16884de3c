import path from 'node:path'
import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { DEMO_ACCOUNTS } from '#prisma/seed/accounts.ts'
import { ensureAppRole, prepareDatabase } from './app-database.ts'
import { seedLarge } from './large/paper.ts'
import { migrateForApp } from './migrate.ts'
import { startPostgres } from './postgres.ts'
import { hold } from './start/hold.ts'
import { DATA, ownSecrets, rememberPort } from './start/settings.ts'
import { StartProblem, step } from './start/steps.ts'

// npm run seed:large [-- --force]: a paper of 20,000 stories, 300 people and six school years, to see how the newsroom bears it. It
// goes into the database of DATABASE_URL, or else into one of its own beside the demo paper's, which FP_DATABASE shows.

const DATABASE = 'fourth_period_large'
const force = process.argv.includes('--force')

/** Lets the demo accounts sign in, one person of each role: only in a database of our own, since everybody can know their passwords. */
async function giveAccounts(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    for (const { email, password, role } of DEMO_ACCOUNTS) {
      await client.query(
        `UPDATE "User" SET "email" = $1, "passwordHash" = $2 WHERE "id" = (SELECT "id" FROM "User" WHERE "role" = $3::"Role" AND "passwordHash" IS NULL ORDER BY "email" LIMIT 1) AND NOT EXISTS (SELECT 1 FROM "User" WHERE "email" = $1)`,
        [email, await hash(password), role],
      )
    }
  } finally {
    await client.end()
  }
}

const fill = (connectionString: string) => seedLarge(connectionString, (name, work) => step(name, work), { force })

async function inOwnDatabase(): Promise<void> {
  const held = hold(DATA, 'npm run seed:large')
  const secrets = ownSecrets()
  const postgres = await step('PostgreSQL', () => startPostgres({ dataDir: path.join(DATA, 'postgres'), logFile: path.join(DATA, 'postgres.log'), password: secrets.POSTGRES_PASSWORD, port: secrets.POSTGRES_PORT }))
  try {
    rememberPort(secrets, postgres.port)
    await ensureAppRole(postgres, secrets.APP_PASSWORD)
    await step('Database', () => prepareDatabase(postgres, DATABASE))
    await fill(postgres.url(DATABASE))
    await giveAccounts(postgres.url(DATABASE))
    console.log(`\n  To look at it: FP_DATABASE=${DATABASE} npm start\n  The demo accounts sign in there too.\n`)
  } finally {
    await postgres.stop()
    held.release()
  }
}

try {
  const given = process.env.DATABASE_URL?.trim()
  if (given === undefined || given === '') await inOwnDatabase()
  else {
    await step('Database', () => migrateForApp(given, process.env.MIGRATE_DATABASE_URL?.trim() || undefined))
    await fill(given)
  }
} catch (error) {
  if (!(error instanceof StartProblem)) throw error
  process.stderr.write(`\n✗ ${error.message}\n`)
  process.exitCode = 1
}
