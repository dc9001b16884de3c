import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from './generated/prisma/client.ts'
import { env } from './env.ts'

const KEY = Symbol.for('fourth-period.db')
type Holder = { [KEY]?: PrismaClient }
const holder = globalThis as Holder

/** The one connection pool of this process (also across hot reloads). */
export function db(): PrismaClient {
  return (holder[KEY] ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL, max: 10, connectionTimeoutMillis: 5_000 }),
  }))
}

/** A transaction as commands get it. */
export type Tx = Prisma.TransactionClient

/** Runs `work` in one transaction; whatever it throws undoes all of it. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 5_000, timeout: 15_000 })
}
