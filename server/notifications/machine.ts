import 'server-only'
import { db, inTransaction, type Tx } from '../db.ts'
import { stuckJobs } from '../jobs/queue.ts'
import { notify } from './notify.ts'
import { ids, whoMay } from './recipients.ts'

/** What the paper itself has to say to its admins. */

/** A mail failed or may not have arrived. Told in the newsroom alone: a mail about it would go the same way. */
export async function tellAdminsOfMail(tx: Tx): Promise<void> {
  await notify(tx, { kind: 'mail.trouble', to: ids(await whoMay(tx, 'handleMail')), byId: null })
}

/** Tells of each job that failed for good, once for each time that it did; of a mail, its own list tells. Answers how many. */
export async function tellOfFailedJobs(): Promise<number> {
  const failed = (await stuckJobs()).filter((job) => job.failed && job.name !== 'mail.send').map(({ id, tries }) => `${id}:${tries}`)
  if (failed.length === 0) return 0
  const known = await db().toldOfJob.findMany({ where: { failure: { in: failed } }, select: { failure: true } })
  const told = new Set(known.map(({ failure }) => failure))
  let count = 0
  for (const failure of failed.filter((one) => !told.has(one))) count += await inTransaction((tx) => tellOfJob(tx, failure))
  return count
}

async function tellOfJob(tx: Tx, failure: string): Promise<number> {
  const { count } = await tx.toldOfJob.createMany({ data: [{ failure }], skipDuplicates: true })
  if (count > 0) await notify(tx, { kind: 'job.failed', to: ids(await whoMay(tx, 'readJobs')), byId: null, subjectId: failure })
  return count
}
