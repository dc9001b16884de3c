import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { stuckJobs, type StuckJob } from './queue.ts'

/** Jobs that failed for good and those that are tried anew, newest first; empty for whoever may not see them. */
export async function jobsInTrouble(actor: Actor): Promise<StuckJob[]> {
  return decide(actor.role, 'readJobs').allowed ? stuckJobs() : []
}
