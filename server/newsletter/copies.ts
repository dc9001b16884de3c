import 'server-only'
import { timeNow } from '../clock.ts'
import { inTransaction, type Tx } from '../db.ts'
import { queueCopy } from '../mail/outgoing.ts'

/** So many copies are written in one transaction. */
const A_BATCH = 50

/**
 * Writes a copy for each reader of a newsletter, batch by batch. Each batch and how far it came are one transaction under the newsletter's lock: whoever dies
 * between two, or does it beside somebody else, leaves nobody without a copy and nobody with two. Answers whether all are written.
 */
export async function writeCopies(newsletterId: string): Promise<boolean> {
  for (let batch = 0; batch < 200; batch += 1) if (await inTransaction((tx) => writeBatch(tx, newsletterId))) return true
  return false
}

async function writeBatch(tx: Tx, id: string): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "Newsletter" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
  const issue = await tx.newsletter.findUnique({ where: { id }, select: { kind: true, state: true, at: true, cursor: true } })
  if (issue === null || issue.state !== 'SENDING') return true
  const readers = await tx.subscriber.findMany({
    where: { state: 'CONFIRMED', confirmedAt: { lte: issue.at }, ...(issue.kind === 'WEEKLY' ? { weekly: true } : { breaking: true }), ...(issue.cursor === null ? {} : { id: { gt: issue.cursor } }) },
    orderBy: { id: 'asc' }, take: A_BATCH, select: { id: true },
  })
  for (const reader of readers) await queueCopy(tx, { newsletterId: id, subscriberId: reader.id })
  const all = readers.length < A_BATCH
  await tx.newsletter.update({
    where: { id },
    data: { copies: { increment: readers.length }, ...(readers.length === 0 ? {} : { cursor: readers.at(-1)?.id ?? null }), ...(all ? { state: 'SENT' as const, endedAt: timeNow() } : {}) },
    select: { id: true },
  })
  return all
}
