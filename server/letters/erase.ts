import 'server-only'
import { KEEP_CONTACT_AT_MOST_DAYS, KEEP_CONTACT_DAYS } from '#domain/letters/letter.ts'
import { recordEvent } from '../audit/record.ts'
import { db, inTransaction } from '../db.ts'

/** So many are looked at in one tick; the next goes on. */
const A_TICK = 100

/** Erases name and address of whoever wrote, some time after their letter was closed, and in any case after a year. Answers how many letters it changed. */
export async function eraseWriters(now: Date): Promise<number> {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * 86_400_000) })
  const due = await db().readerLetter.findMany({
    where: { erasedAt: null, OR: [{ closedAt: before(KEEP_CONTACT_DAYS) }, { createdAt: before(KEEP_CONTACT_AT_MOST_DAYS) }] }, take: A_TICK, select: { id: true },
  })
  for (const { id } of due) {
    await inTransaction(async (tx) => {
      const { count } = await tx.readerLetter.updateMany({ where: { id, erasedAt: null }, data: { name: '', sealedContact: null, erasedAt: now } })
      if (count > 0) await recordEvent(tx, { actor: null, kind: 'letter.senderErased', subjectId: id })
    })
  }
  return due.length
}
