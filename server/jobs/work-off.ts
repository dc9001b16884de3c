import 'server-only'
import { carriedBy, JOB_NAMES, type JobData, type JobName } from '#domain/jobs.ts'
import { timeNow } from '../clock.ts'
import { inTransaction, type Tx } from '../db.ts'
import { log, reasonOf } from '../log.ts'
import { completeJob, enqueue, failJob, fetchDue, reviveLostJobs, type FetchedJob } from './queue.ts'

/** What a handler answers: the cache tags that it touched, and `again` where the job must come back at a later instant. */
export type Handled = { tags: string[]; again?: Date }

/**
 * Does one kind of job. `run` may be called twice for one job, also at the same time in two processes, and must have one effect; what
 * it throws is tried anew. `gaveUp` is called when the last try has failed, to say so where people look.
 */
export type JobHandler<N extends JobName> = {
  run: (data: JobData<N>, now: Date) => Promise<Handled>
  gaveUp?: (data: JobData<N>, now: Date) => Promise<void>
  /** Somebody has a job that failed tried again: takes back what `gaveUp` wrote down, in the same transaction, or throws a Refusal. */
  again?: (tx: Tx, data: JobData<N>) => Promise<void>
}
export type JobHandlers = { [N in JobName]: JobHandler<N> }

/** How many jobs one tick does at most; the next tick goes on. */
const JOBS_A_TICK = 100
/** How long one tick goes on to the next job, in milliseconds. */
const A_TICK_MS = 60_000

/** Does what is due of these kinds, one job after the other. Answers the tags to expire. */
export async function workOff(handlers: JobHandlers, names: readonly JobName[] = JOB_NAMES): Promise<{ processed: number; tags: string[] }> {
  await reviveLostJobs()
  const tags: string[] = []
  let processed = 0
  const until = Date.now() + A_TICK_MS
  for (const name of names) {
    for (; processed < JOBS_A_TICK && Date.now() < until; processed += 1) {
      const job = await fetchDue(name)
      if (job === null) break
      tags.push(...(await workOn(handlers, name, job)))
    }
  }
  return { processed, tags: [...new Set(tags)] }
}

async function workOn<N extends JobName>(handlers: JobHandlers, name: N, job: FetchedJob): Promise<string[]> {
  const handler: JobHandler<N> = handlers[name]
  const data = carriedBy(name, job.data)
  if (data === null) {
    await failJob(job, 'It carries something else than it should.')
    return []
  }
  try {
    const { tags, again } = await handler.run(data, timeNow())
    // Waits before the old one ends: between the two it is there twice, never not at all.
    if (again !== undefined) await inTransaction((tx) => enqueue(tx, name, data, { startAfter: again, ...(job.key === null ? {} : { singletonKey: job.key }) }))
    await completeJob(job)
    return tags
  } catch (error) {
    log.error({ job: name, id: job.id, attempt: job.retryCount + 1, reason: reasonOf(error) }, job.isLastTry ? 'jobs: gave up' : 'jobs: will be tried again')
    await failJob(job, reasonOf(error))
    if (job.isLastTry) await handler.gaveUp?.(data, timeNow())
    return []
  }
}
