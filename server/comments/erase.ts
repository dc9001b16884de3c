import 'server-only'
import { KEEP_COMMENTER_DAYS } from '#domain/comments/comment.ts'
import { recordEvent } from '../audit/record.ts'
import { inTransaction } from '../db.ts'

/**
 * Erases, some time after the decision, the addresses of whoever commented, and the name and words of what readers do not see: it was declined or taken
 * off. Answers how many comments it changed.
 */
export async function eraseCommenters(now: Date): Promise<number> {
  const due = { decidedAt: { lt: new Date(now.getTime() - KEEP_COMMENTER_DAYS * 86_400_000) }, erasedAt: null }
  return inTransaction(async (tx) => {
    const unseen = await tx.readerComment.updateMany({ where: { ...due, state: { in: ['DECLINED', 'REMOVED'] } }, data: { name: '', text: '', sealedContact: null, erasedAt: now } })
    // Of what stays, its time starts anew with the next decision.
    const seen = await tx.readerComment.updateMany({ where: { ...due, state: 'APPROVED', sealedContact: { not: null } }, data: { sealedContact: null } })
    const count = unseen.count + seen.count
    if (count > 0) await recordEvent(tx, { actor: null, kind: 'comment.erased', data: { count } })
    return count
  })
}
