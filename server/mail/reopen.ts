import 'server-only'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'

/**
 * Lets a mail that failed, or that may not have arrived, be sent once more. The caller has decided, and sees to its job. Throws a Refusal
 * where it is on its way or sent, or where what it said is erased.
 */
export async function reopenMail(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "OutgoingMail" WHERE "id" = ${id}::uuid FOR UPDATE`
  const mail = await tx.outgoingMail.findUnique({ where: { id }, select: { state: true, sealed: true, newsletterId: true } })
  if (mail === null || (mail.state !== 'FAILED' && mail.state !== 'UNKNOWN')) throw new Refusal('This mail is on its way, or is done.')
  if (mail.sealed === null && mail.newsletterId === null) throw new Refusal('What this mail said is erased: it is too old to be sent again.')
  await tx.outgoingMail.update({ where: { id }, data: { state: 'WAITING', claim: null, handedOverAt: null, endedAt: null, failure: '' }, select: { id: true } })
}
