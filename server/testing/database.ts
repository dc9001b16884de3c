import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of the test run's PostgreSQL: the superuser's address and the one that the app would use. */
export type TestDatabase = { name: string; owner: string; app: string; drop: () => Promise<void> }

const addressed = (name: string) => ({
  owner: inject('postgres').owner.replace('<database>', name),
  app: inject('postgres').app.replace('<database>', name),
})

/** Makes a database: a migrated and empty one, or (`'bare'`) one without any table. */
export async function makeDatabase(kind: 'migrated' | 'bare' = 'migrated'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const maintenance = addressed('postgres').owner
  const template = kind === 'migrated' ? inject('postgres').template : 'template0'
  await asOwner(maintenance, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`))
  return { name, ...addressed(name), drop: async () => void (await asOwner(maintenance, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))) }
}

/** Runs `work` on one connection to `connectionString`. */
export async function asOwner<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Waits until some transaction of this test's database waits for a lock. */
export async function waitsForLock(): Promise<void> {
  await asOwner(process.env.FP_TEST_OWNER_URL ?? '', async (client) => {
    for (let waits = false; !waits; ) {
      const { rows } = await client.query<{ waits: boolean }>(`SELECT count(*) > 0 AS waits FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
      waits = rows[0]?.waits === true
    }
  })
}
