import 'server-only'
import { KEEP_SENDER_DAYS } from '#domain/takedown-policy.ts'
import { recordEvent } from '../audit/record.ts'
import { db, inTransaction } from '../db.ts'

/** So many are looked at in one tick; the next goes on. */
const A_TICK = 100

/** Erases name and e-mail of whoever asked, once that is no longer needed at `now`. Answers how many requests it changed. */
export async function eraseSenders(now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEEP_SENDER_DAYS * 86_400_000)
  const due = await db().readerRequest.findMany({ where: { decidedAt: { lt: before }, erasedAt: null }, take: A_TICK, select: { id: true, storyId: true } })
  for (const { id, storyId } of due) {
    await inTransaction(async (tx) => {
      const { count } = await tx.readerRequest.updateMany({ where: { id, erasedAt: null }, data: { name: '', email: null, erasedAt: now } })
      if (count > 0) await recordEvent(tx, { actor: null, kind: 'request.senderErased', storyId, subjectId: id })
    })
  }
  return due.length
}
