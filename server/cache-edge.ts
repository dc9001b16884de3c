import 'server-only'
import { refresh, revalidateTag, updateTag } from 'next/cache'
import { db, inTransaction } from './db.ts'
import { env } from './env.ts'
import { tellThisProcess } from './epoch.ts'
import { enqueue } from './jobs/queue.ts'
import { log, reasonOf } from './log.ts'

/**
 * Expires what a command touched, from a server action: the next reader gets the new page, never
 * the old one once more. The page that sent the action is rendered anew, unless it knows by itself what it shows now. */
export function expireFromAction(tags: readonly string[], { renew }: { renew: boolean } = { renew: true }): Promise<void> {
  for (const tag of tags) updateTag(tag)
  if (renew) refresh()
  return moveEpoch(tags)
}

/** The same from a route handler or a job, where `updateTag` throws. */
export function expireFromRoute(tags: readonly string[]): Promise<void> {
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
  return moveEpoch(tags)
}

/**
 * Begins a new epoch of the paper, where anything was touched: here at once, in every other process as soon as the database tells it. Most changes
 * have moved it in their own transaction already (the trigger of AuditEvent); this is for those that leave no event. A cache of somebody else in
 * front of the paper is emptied by a job.
 */
async function moveEpoch(tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return
  tellThisProcess()
  try {
    await db().$queryRaw`SELECT "move_reader_epoch"()`
    if (env().EDGE_PURGE_URL !== undefined) await inTransaction((tx) => enqueue(tx, 'edge.purge', {}, { singletonKey: 'edge.purge' }))
  } catch (error) {
    // Done once more some seconds later (jobs/schedule.ts).
    log.error({ reason: reasonOf(error) }, 'epoch: could not be moved')
  }
}
