import 'server-only'
import { randomUUID } from 'node:crypto'
import { fromPrisma, PgBoss, type Clock } from 'pg-boss'
import { carriedBy, JOB_NAMES, type JobData, type JobName } from '#domain/jobs.ts'
import { clockAhead, timeNow } from '../clock.ts'
import type { Tx } from '../db.ts'
import { env } from '../env.ts'
import { log, reasonOf } from '../log.ts'

/** How often jobs of workers that are not heard of any more are looked for, in seconds. */
const LOOK_FOR_LOST_EVERY_S = 10

/** Where a fetched job is, to be settled: once it has been given to somebody else, the old claim settles nothing. */
export type Claim = { name: JobName; id: string; retryCount: number }
export type FetchedJob = Claim & { data: unknown; key: string | null; isLastTry: boolean }
/** A job that was tried as often as may be, or still is. `reason`: of the last try. */
export type StuckJob = { name: JobName; id: string; key: string | null; failed: boolean; tries: number; at: string; reason: string }

const KEY = Symbol.for('fourth-period.queue')
type Holder = { [KEY]?: Promise<PgBoss> }
const holder = globalThis as Holder

/** Its timers hold no process open: a script that writes a job ends when it is done. */
const unheld: Clock = {
  now: () => Date.now(),
  setTimeout: (work, ms) => setTimeout(work, ms).unref(),
  setInterval: (work, ms) => setInterval(work, ms).unref(),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
}

/**
 * The queue of this process. It fetches and writes jobs when it is told to and does nothing by itself: what is due is done by our tick
 * (schedule.ts), and its schema is made by scripts/migrate.ts.
 */
function queue(): Promise<PgBoss> {
  return (holder[KEY] ??= open().catch((error: unknown) => {
    // Tried anew by whoever asks next: the database may only have been away.
    delete holder[KEY]
    throw error
  }))
}

async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL, max: 2, connectionTimeoutMillis: 5_000, application_name: 'fourth-period jobs', clock: unheld,
    migrate: false, createSchema: false, supervise: false, schedule: false, registerInstance: false, reindex: false, monitorVacuum: false,
    monitorIntervalSeconds: LOOK_FOR_LOST_EVERY_S, superviseIntervalSeconds: LOOK_FOR_LOST_EVERY_S,
  })
  boss.on('error', (error) => log.warn({ reason: reasonOf(error) }, 'jobs: the queue has a problem'))
  return boss.start()
}

/** Closes the queue's connections; the next call opens them again. For tests and for programs that end. */
export async function closeQueue(): Promise<void> {
  const open = holder[KEY]
  delete holder[KEY]
  await (await open?.catch(() => undefined))?.stop({ graceful: false })
}

/**
 * Writes a job in the caller's transaction: it is there exactly if the transaction commits. `startAfter`: not before this instant.
 * `singletonKey`: what it is about; while a job with this key waits for its first try, a second is not written, and false is answered. `priority`: what is due goes by it
 * first, the highest of all; 0 where nothing is said.
 */
export async function enqueue<N extends JobName>(tx: Tx, name: N, data: JobData<N>, { startAfter, singletonKey, priority }: { startAfter?: Date; singletonKey?: string; priority?: number } = {}): Promise<boolean> {
  const carried = carriedBy(name, data)
  if (carried === null) throw new Error(`jobs: ${name} cannot carry this`)
  const id = await (await queue()).send(name, carried, { db: fromPrisma(tx), singletonKey: singletonKey ?? randomUUID(), ...(startAfter === undefined ? {} : { startAfter }), ...(priority === undefined ? {} : { priority }) })
  return id !== null
}

/** Takes back the jobs of this key that wait, in the caller's transaction. Answers how many there were. */
export async function cancelJobs(tx: Tx, name: JobName, singletonKey: string): Promise<number> {
  const boss = await queue()
  const waiting = await boss.findJobs(name, { key: singletonKey, queued: true, db: fromPrisma(tx) })
  if (waiting.length > 0) await boss.cancel(name, waiting.map(({ id }) => id), { db: fromPrisma(tx) })
  return waiting.length
}

/** Brings back the jobs of workers that died: those with tries left wait again, the others have failed. */
export async function reviveLostJobs(): Promise<void> {
  await (await queue()).supervise()
}

/** Takes the next job of a kind that is due; null where none is. Of two who ask at once, one gets it. */
export async function fetchDue(name: JobName): Promise<FetchedJob | null> {
  const boss = await queue()
  // The database compares with its own clock; jobs that are due by a clock that a test has moved are made due by that one.
  if (clockAhead() !== 0) {
    await boss.getDb().executeSql(`UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND state < 'active' AND start_after > now() AND start_after <= $2`, [name, timeNow()])
  }
  const [job] = await boss.fetch(name, { includeMetadata: true })
  return job === undefined ? null : { name, id: job.id, retryCount: job.retryCount, data: job.data, key: job.singletonKey, isLastTry: job.retryCount >= job.retryLimit }
}

/** The job is done. */
export async function completeJob({ name, id, retryCount }: Claim): Promise<void> {
  await (await queue()).complete(name, { id, retryCount })
}

/** The job could not be done; it is tried anew after a while, unless this was its last try. */
export async function failJob({ name, id, retryCount }: Claim, reason: string): Promise<void> {
  await (await queue()).fail(name, { id, retryCount }, { reason })
}

type TroubledRow = { name: JobName; id: string; singleton_key: string | null; state: string; retry_count: number; at: Date; reason: string | null }

/** Jobs that have failed for good, and those that are being tried anew; newest first, at most 500. */
export async function stuckJobs(): Promise<StuckJob[]> {
  const boss = await queue()
  // findJobs() of pg-boss reads what is done too, which is thousands of jobs; the index of what is not yet done has these.
  const { rows }: { rows: TroubledRow[] } = await boss.getDb().executeSql(
    `SELECT name, id, singleton_key, state, retry_count, coalesce(completed_on, started_on, created_on) AS at, output->>'reason' AS reason
       FROM pgboss.job WHERE name = ANY ($1) AND state IN ('failed', 'retry') ORDER BY 6 DESC, id LIMIT 500`,
    [JOB_NAMES],
  )
  return rows.map(({ name, id, singleton_key, state, retry_count, at, reason }) => ({
    name, id, key: singleton_key, failed: state === 'failed', tries: retry_count + 1, at: new Date(at).toISOString(), reason: reason ?? 'It was not heard of any more.',
  }))
}

/** Has a job that failed for good tried once more, in the caller's transaction. Answers what it carries; null where it has not failed (any more). */
export async function retryFailed(tx: Tx, name: JobName, id: string): Promise<{ data: unknown } | null> {
  const [job] = await tx.$queryRaw<{ data: unknown }[]>`SELECT data FROM pgboss.job WHERE name = ${name} AND id = ${id}::uuid AND state = 'failed' FOR UPDATE`
  if (job === undefined) return null
  await (await queue()).retry(name, id, { db: fromPrisma(tx) })
  return job
}
