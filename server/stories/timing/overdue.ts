import 'server-only'
import { db, inTransaction } from '../../db.ts'
import { enqueue } from '../../jobs/queue.ts'

/** A plan this long after its minute has lost its job, or waits for another try: then one more does no harm. */
const OVERDUE_MS = 120_000

/**
 * Writes a job anew for each plan that stands long after its minute without having been tried: its worker died on the last try, or the
 * paper was away for longer than jobs are kept. Answers how many.
 */
export async function awakenOverdue(now: Date): Promise<number> {
  const overdue = await db().schedule.findMany({
    where: { cancelledAt: null, doneAt: null, failedAt: null, at: { lt: new Date(now.getTime() - OVERDUE_MS) } },
    orderBy: { at: 'asc' },
    take: 50,
    select: { id: true },
  })
  let awakened = 0
  for (const { id } of overdue) if (await inTransaction((tx) => enqueue(tx, 'story.due', { scheduleId: id }, { singletonKey: id }))) awakened += 1
  return awakened
}
