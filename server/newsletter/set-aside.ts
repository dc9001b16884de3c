import 'server-only'
import { timeNow } from '../clock.ts'
import type { Tx } from '../db.ts'

/**
 * The mail server refuses, for good, the address of a newsletter's reader: nothing more is sent there, and the mail is dropped. One that was never
 * confirmed is erased. False where the mail is not one of a reader, or its try has lost it.
 */
export async function setAside(tx: Tx, { id, claim }: { id: string; claim: string }, reason: string): Promise<boolean> {
  const mail = await tx.outgoingMail.findUnique({ where: { id }, select: { subscriberId: true } })
  if (mail === null || mail.subscriberId === null) return false
  const now = timeNow()
  const { count } = await tx.outgoingMail.updateMany({ where: { id, claim, state: 'SENDING' }, data: { state: 'DROPPED', sealed: null, endedAt: now, failure: `${reason} The address was set aside.` } })
  if (count === 0) return false
  await tx.subscriber.deleteMany({ where: { id: mail.subscriberId, state: 'UNCONFIRMED' } })
  await tx.subscriber.updateMany({ where: { id: mail.subscriberId, state: 'CONFIRMED' }, data: { state: 'SET_ASIDE', setAsideAt: now, setAsideReason: reason } })
  return true
}
