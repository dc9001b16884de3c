import 'server-only'
import { carriedBy, type JobName } from '#domain/jobs.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { HANDLERS } from './handlers/handlers.ts'
import { retryFailed } from './queue.ts'
import type { JobHandlers } from './work-off.ts'

/**
 * Has a job that failed for good tried once more. What was written down when it failed is taken back with it; where nothing is left to do,
 * it is refused.
 */
export function retryJob(asked: Actor, { name, id }: { name: JobName; id: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await actorNow(tx, asked)
      const verdict = decide(actor.role, 'retryJobs')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      const job = await retryFailed(tx, name, id)
      if (job === null) throw new Refusal('This job is being tried again already, or is done.')
      await takeBack(tx, HANDLERS, name, job.data)
      await recordEvent(tx, { actor, kind: 'job.retried', subjectId: id, data: { job: name } })
      return { ok: true, tags: [] }
    }),
  )
}

async function takeBack<N extends JobName>(tx: Tx, handlers: JobHandlers, name: N, carried: unknown): Promise<void> {
  const data = carriedBy(name, carried)
  if (data !== null) await handlers[name].again?.(tx, data)
}
