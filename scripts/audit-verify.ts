import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { appUrl } from './app-database.ts'
import { verifyChain, type Chain } from './audit/verify-chain.ts'
import { startPostgres } from './postgres.ts'
import { hold, holderOf } from './start/hold.ts'
import { DATA, ownSecrets } from './start/settings.ts'

/**
 * Proves that the audit trail is what was written: `npm run audit:verify [-- --expect <hash>]`. Ends with 0 when the chain is whole, 1 when it is
 * broken, naming the first break, and 2 when it could not be looked at. It only reads, and may run beside the paper.
 */

const DATABASE = 'fourth_period'
class NotLookedAt extends Error {}

function notedHash(): string | null {
  let expect: string | undefined
  try {
    expect = parseArgs({ options: { expect: { type: 'string' } } }).values.expect
  } catch {
    throw new NotLookedAt('Usage: npm run audit:verify, or: npm run audit:verify -- --expect <hash>')
  }
  if (expect === undefined) return null
  if (!/^[0-9a-f]{64}$/i.test(expect)) throw new NotLookedAt('--expect takes a whole hash: 64 digits of 0–9 and a–f, as printed here before.')
  return expect.toLowerCase()
}

async function looked(connectionString: string, noted: string | null): Promise<number> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, application_name: 'fourth-period audit:verify' })
  await client.connect()
  try {
    const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('"AuditLink"') IS NOT NULL AS there`)
    if (rows[0]?.there !== true) throw new NotLookedAt('This database has no chained audit trail yet. Start the paper once: that brings it up to date.')
    const verdict = await verifyChain(client, { noted })
    if (verdict.whole) {
      console.log(inWords(verdict.chain).join('\n'))
      return 0
    }
    console.error(`✗ The audit trail is broken. ${verdict.broken.message}\n  What to do now stands in docs/operations.md ("The audit trail").`)
    return 1
  } finally {
    await client.end()
  }
}

function inWords({ events, from, to, seq, hash, notedAt }: Chain): string[] {
  const number = (count: bigint) => count.toLocaleString('en-US')
  if (events === 0n) return ['✓ The audit trail is whole: no event yet.']
  return [
    `✓ The audit trail is whole: ${number(events)} ${events === 1n ? 'event' : 'events'}, from ${from} to ${to} (UTC).`,
    ...(notedAt === null ? [] : [`  The noted hash is that of event ${notedAt}; ${number(seq - notedAt)} came after it.`]),
    `  Its end: event ${seq}, hash ${hash}`,
    '  Note this line somewhere outside of this computer; a later --expect <hash> then proves that nothing before it was cut off or written anew.',
  ]
}

/** The paper's own PostgreSQL: the one that runs now, or else one of ours for as long as it takes. */
async function ownDatabase(noted: string | null): Promise<number> {
  if (!existsSync(path.join(DATA, 'postgres'))) throw new NotLookedAt(`There is no paper in ${DATA} yet, and DATABASE_URL is not set.`)
  const secrets = ownSecrets()
  const running = { port: secrets.POSTGRES_PORT ?? 0 }
  if (holderOf(DATA) !== undefined) return looked(appUrl(running, DATABASE, secrets.APP_PASSWORD), noted)
  const { release } = hold(DATA, 'npm run audit:verify')
  try {
    const postgres = await startPostgres({ dataDir: path.join(DATA, 'postgres'), logFile: path.join(DATA, 'postgres.log'), password: secrets.POSTGRES_PASSWORD, port: secrets.POSTGRES_PORT })
    try {
      return await looked(appUrl(postgres, DATABASE, secrets.APP_PASSWORD), noted)
    } finally {
      await postgres.stop()
    }
  } finally {
    release()
  }
}

try {
  const noted = notedHash()
  if (existsSync('.env')) process.loadEnvFile('.env')
  const given = (process.env.DATABASE_URL ?? '').trim()
  process.exitCode = await (given === '' ? ownDatabase(noted) : looked(given, noted))
} catch (error) {
  console.error(error instanceof NotLookedAt ? error.message : `The audit trail could not be looked at: ${error instanceof Error && error.message !== '' ? error.message : 'the database does not answer.'}`)
  process.exitCode = 2
}
