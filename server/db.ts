import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from './generated/prisma/client.ts'
import { env } from './env.ts'

const KEY = Symbol.for('fourth-period.db')
type Holder = { [KEY]?: PrismaClient }
const holder = globalThis as Holder

/** So many different statements are kept ready at most, on each connection. */
const MOST_READY = 300
const ready = new Map<string, string>()

/**
 * The name by which PostgreSQL keeps a statement ready on a connection, so that it is read once and planned a few times; '' for one that is not kept. By its text: after a hot reload
 * the connections are the same, and the list of names is not.
 */
function statementName({ sql }: { sql: string }): string {
  const known = ready.get(sql)
  if (known !== undefined) return known
  if (ready.size >= MOST_READY) return ''
  const name = `fp-${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`
  ready.set(sql, name)
  return name
}

/** A pool in front that hands out connections by the transaction, and does not know such names, says so as it does to Prisma elsewhere. */
export const mayKeepReady = (address: string) => !/[?&]pgbouncer=true\b/.test(address)

const connect = (connectionString: string) =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 10, connectionTimeoutMillis: 5_000 }, mayKeepReady(connectionString) ? { statementNameGenerator: statementName } : {}) })

/** The one connection pool of this process (also across hot reloads). */
export function db(): PrismaClient {
  return (holder[KEY] ??= connect(env().DATABASE_URL))
}

/** A transaction as commands get it. */
export type Tx = Prisma.TransactionClient

/** Runs `work` in one transaction; whatever it throws undoes all of it. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 5_000, timeout: 15_000 })
}
