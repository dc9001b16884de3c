import 'server-only'
import { randomUUID } from 'node:crypto'
import { fromPrisma, PgBoss, type Clock, type JobWithMetadata } from 'pg-boss'
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
 * `singletonKey`: what it is about; while a job with this key waits for its first try, a second is not written, and false is answered.
 */
export async function enqueue<N extends JobName>(tx: Tx, name: N, data: JobData<N>, { startAfter, singletonKey }: { startAfter?: Date; singletonKey?: string } = {}): Promise<boolean> {
  const carried = carriedBy(name, data)
  if (carried === null) throw new Error(`jobs: ${name} cannot carry this`)
  const id = await (await queue()).send(name, carried, { db: fromPrisma(tx), singletonKey: singletonKey ?? randomUUID(), ...(startAfter === undefined ? {} : { startAfter }) })
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

/** Jobs that have failed for good, and those that are being tried anew; newest first. */
export async function stuckJobs(): Promise<StuckJob[]> {
  const boss = await queue()
  const found = await Promise.all(JOB_NAMES.map(async (name) => (await boss.findJobs(name)).map((job) => ({ name, job }))))
  return found
    .flat()
    .filter(({ job }) => job.state === 'failed' || job.state === 'retry')
    .map(({ name, job }) => stuck(name, job))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

function stuck(name: JobName, job: JobWithMetadata<unknown>): StuckJob {
  const reason = job.output !== null && 'reason' in job.output ? String(job.output.reason) : 'It was not heard of any more.'
  return { name, id: job.id, key: job.singletonKey, failed: job.state === 'failed', tries: job.retryCount + 1, at: (job.completedOn ?? job.startedOn ?? job.createdOn).toISOString(), reason }
}
