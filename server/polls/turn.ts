import 'server-only'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { db, inTransaction } from '../db.ts'
import { tags } from '../stories/cache.ts'

/** Notes which polls have opened or whose time is over since the last tick, and answers the tags of the pages on which that shows. */
export async function turnPolls(): Promise<string[]> {
  const now = timeNow()
  const opened = await db().poll.updateMany({ where: { openedAt: null, opensAt: { lte: now } }, data: { openedAt: now } })
  const over = await db().poll.findMany({ where: { closedAt: null, closesAt: { lte: now } }, select: { id: true } })
  for (const { id } of over) {
    await inTransaction(async (tx) => {
      const { count } = await tx.poll.updateMany({ where: { id, closedAt: null, closesAt: { lte: now } }, data: { closedAt: now, version: { increment: 1 } } })
      if (count > 0) await recordEvent(tx, { actor: null, kind: 'poll.closed', subjectId: id })
    })
  }
  return opened.count + over.length === 0 ? [] : [tags.polls()]
}
