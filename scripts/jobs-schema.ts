import type pg from 'pg'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import packageJson from 'pg-boss/package.json' with { type: 'json' }
import { JOB_NAMES, JOBS } from '#domain/jobs.ts'

/** The schema of the job queue. The running app never changes it (docs/decisions/0016-jobs-in-postgres.md). */
const SCHEMA = 'pgboss'
/** How long a job that was done or has failed is kept, for whoever wants to know. */
const KEPT_FOR_S = 30 * 24 * 60 * 60

/** What the app's role may do there: write and work off jobs, not change the queues' tables or names. */
export function jobGrants(role: string): string {
  return `
    GRANT USAGE ON SCHEMA ${SCHEMA} TO ${role};
    GRANT SELECT ON ALL TABLES IN SCHEMA ${SCHEMA} TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ${SCHEMA}.job, ${SCHEMA}.job_common, ${SCHEMA}.job_dependency TO ${role};
    GRANT UPDATE ON ${SCHEMA}.queue, ${SCHEMA}.version TO ${role};
    GRANT UPDATE, DELETE ON ${SCHEMA}.instance TO ${role};`
}

/**
 * Makes the queue's schema, or brings it to the version of the package, and gives every kind of job (domain/jobs.ts) its queue
 * with its tries. `client` is connected as the owner, who holds the lock of migrations; doing it again changes nothing.
 */
export async function prepareJobs(client: pg.Client): Promise<void> {
  const { rows: [found] } = await client.query<{ there: boolean }>(`SELECT to_regclass('${SCHEMA}.version') IS NOT NULL AS there`)
  if (found?.there !== true) await client.query(getConstructionPlans(SCHEMA))
  const { rows: [stored] } = await client.query<{ version: number }>(`SELECT version FROM ${SCHEMA}.version`)
  const wanted = packageJson.pgboss.schema
  if (stored !== undefined && stored.version > wanted) throw new Error('A newer version of Fourth Period has used this database. Start that one.')
  if (stored !== undefined && stored.version < wanted) await client.query(getMigrationPlans(SCHEMA, stored.version))
  for (const name of JOB_NAMES) await prepareQueue(client, name)
}

async function prepareQueue(client: pg.Client, name: (typeof JOB_NAMES)[number]): Promise<void> {
  const { expireInSeconds, retryLimit, retryDelay, retryDelayMax } = JOBS[name].tries
  // 'short': of one key, one job waits. A second may wait while the first is being done, so that nothing is missed.
  const options = { policy: 'short', expireInSeconds, retryLimit, retryDelay, retryDelayMax, retryBackoff: true, deleteAfterSeconds: KEPT_FOR_S, retentionSeconds: KEPT_FOR_S }
  await client.query(`SELECT ${SCHEMA}.create_queue($1, $2::jsonb) WHERE NOT EXISTS (SELECT 1 FROM ${SCHEMA}.queue WHERE name = $1)`, [name, JSON.stringify(options)])
  await client.query(
    `UPDATE ${SCHEMA}.queue SET expire_seconds = $2, retry_limit = $3, retry_delay = $4, retry_delay_max = $5, retry_backoff = true, retention_seconds = $6, deletion_seconds = $6, updated_on = now()
      WHERE name = $1 AND (expire_seconds, retry_limit, retry_delay, retry_delay_max, retention_seconds, deletion_seconds) IS DISTINCT FROM ($2::int, $3::int, $4::int, $5::int, $6::int, $6::int)`,
    [name, expireInSeconds, retryLimit, retryDelay, retryDelayMax, KEPT_FOR_S],
  )
}
