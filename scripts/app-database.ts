import pg from 'pg'
import { grantToRole } from './grants.ts'
import { migrate } from './migrate.ts'
import type { Postgres } from './postgres.ts'

/** The role that the app signs in as on a PostgreSQL of our own: it owns nothing and cannot change the audit trail. */
export const APP_ROLE = 'fourth_period_app'

/** Makes the app's role, or gives it this password. */
export async function ensureAppRole(postgres: Postgres, password: string): Promise<void> {
  await asSuperuser(postgres, 'postgres', async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE])
    await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${APP_ROLE} LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
  })
}

/** Makes the database if there is none, migrates it as its owner and grants the app's role its rights. */
export async function prepareDatabase(postgres: Postgres, name: string): Promise<{ applied: string[] }> {
  await asSuperuser(postgres, 'postgres', async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  })
  const applied = await migrate(postgres.url(name))
  await grantToRole(postgres.url(name), APP_ROLE)
  return { applied }
}

/** The address that the app itself uses. */
export function appUrl(postgres: Pick<Postgres, 'port'>, name: string, password: string): string {
  return `postgresql://${APP_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${postgres.port}/${name}`
}

/** Runs `work` on a connection of the superuser. */
export async function asSuperuser<T>(postgres: Pick<Postgres, 'url'>, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgres.url(database), connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
