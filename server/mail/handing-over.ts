import 'server-only'
import { randomUUID } from 'node:crypto'
import { timeNow } from '../clock.ts'
import { inTransaction, type Tx } from '../db.ts'
import { env } from '../env.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { log } from '../log.ts'
import { copyFor } from '../newsletter/copy.ts'
import { setAside } from '../newsletter/set-aside.ts'
import { tellAdminsOfMail } from '../notifications/machine.ts'
import { mailMode } from './mode.ts'
import { notWanted } from './not-wanted.ts'
import { MAIL_ROW, type MailRow } from './row.ts'
import { seal, unseal, type Letter } from './seal.ts'
import { deliver, MailFailure } from './send.ts'

/*
 * A mail goes out once, though the worker may die anywhere (docs/decisions/0022):
 * claimed (SENDING) → connected → `handedOverAt`, committed before the server gets any text → text → SENT.
 * Who dies before `handedOverAt` has sent nothing: the next try claims it anew. Who dies after it may have sent it or not: it is not sent
 * again by itself. A claim is a token: whoever lost theirs to a later try writes nothing, and keeps the text back.
 */

type Claimed = { claim: string; letter: Letter }

/** Another try has taken the mail meanwhile. */
class Overtaken extends Error {}

const TAKEN_BACK = { claim: null, handedOverAt: null } as const

/** Sends one mail, if it is still to be sent. May be called any number of times, also at once. Throws where it is worth another try. */
export async function sendQueued(mailId: string, now: Date): Promise<void> {
  const claimed = await inTransaction((tx) => take(tx, mailId, now))
  if (claimed === null) return
  const { claim, letter } = claimed
  try {
    await deliver({ ...letter, messageId: messageIdOf(mailId), beforeText: () => markHandedOver(mailId, claim) })
  } catch (error) {
    if (error instanceof Overtaken) return
    // What is no answer of the mail server, such as a database that went away: nothing is known, and the row says how far it came.
    if (!(error instanceof MailFailure)) throw error
    return settleFailure(mailId, claim, error)
  }
  await inTransaction((tx) => tx.outgoingMail.updateMany({ where: { id: mailId, claim, state: { in: ['SENDING', 'UNKNOWN'] } }, data: { state: 'SENT', endedAt: timeNow(), sealed: null, failure: '' } }))
}

/** The mail and all that tells its tries from each other is locked; what became of it is decided here and nowhere else. */
async function take(tx: Tx, id: string, now: Date): Promise<Claimed | null> {
  await tx.$queryRaw`SELECT 1 FROM "OutgoingMail" WHERE "id" = ${id}::uuid FOR UPDATE`
  const mail = await tx.outgoingMail.findUnique({ where: { id }, select: MAIL_ROW })
  if (mail === null || (mail.state !== 'WAITING' && mail.state !== 'SENDING')) return null
  // The lease of a job outlasts every sending, so whoever handed this over is dead.
  if (mail.handedOverAt !== null) return end(tx, mail, { state: 'UNKNOWN', failure: 'The paper stopped while the mail was being handed over. It may have arrived, or not.' }, now)
  const reason = await notWanted(tx, mail, now)
  if (reason !== null) return end(tx, mail, { state: 'DROPPED', sealed: null, failure: reason }, now)
  const letter = mail.newsletterId === null ? unseal(mail.id, mail.sealed) : await copyFor(tx, mail)
  if (typeof letter === 'string') return end(tx, mail, { state: 'DROPPED', sealed: null, failure: letter }, now)
  if (letter === null) return end(tx, mail, { state: 'FAILED', failure: 'What it says cannot be read any more: it was erased, or AUTH_SECRET has changed.' }, now)
  const mode = mailMode()
  if (mode === 'none') return end(tx, mail, { state: 'FAILED', failure: 'Mail is not set up any more.' }, now)
  if (mode === 'catch') return end(tx, mail, { state: 'CAUGHT', failure: '', sealed: seal(mail.id, letter) }, now)
  const claim = randomUUID()
  await tx.outgoingMail.update({ where: { id }, data: { state: 'SENDING', claim, claimedAt: new Date(), tries: { increment: 1 } }, select: { id: true } })
  return { claim, letter }
}

/** How a mail ends without being sent by this try. Admins hear of what needs them. */
async function end(tx: Tx, { id }: MailRow, data: Prisma.OutgoingMailUpdateInput & { state: 'UNKNOWN' | 'DROPPED' | 'FAILED' | 'CAUGHT' }, now: Date): Promise<null> {
  await tx.outgoingMail.update({ where: { id }, data: { ...data, endedAt: now }, select: { id: true } })
  if (data.state === 'UNKNOWN' || data.state === 'FAILED') await tellAdminsOfMail(tx)
  return null
}

async function markHandedOver(id: string, claim: string): Promise<void> {
  const { count } = await inTransaction((tx) => tx.outgoingMail.updateMany({ where: { id, claim, state: 'SENDING', handedOverAt: null }, data: { handedOverAt: new Date() } }))
  if (count === 0) throw new Overtaken()
}

async function settleFailure(id: string, claim: string, failure: MailFailure): Promise<void> {
  const { message, certain, forGood } = failure
  const state = !certain ? 'UNKNOWN' : forGood ? 'FAILED' : 'WAITING'
  log.warn({ mail: id, state, reason: message }, 'mail: not sent')
  await inTransaction(async (tx) => {
    if (failure.refusesAddress && (await setAside(tx, { id, claim }, message))) return
    const { count } = await tx.outgoingMail.updateMany({
      where: { id, claim, state: 'SENDING' },
      data: { state, failure: certain ? message : `${message} It may have arrived, or not.`, ...(certain ? TAKEN_BACK : {}), ...(state === 'WAITING' ? {} : { endedAt: timeNow() }) },
    })
    if (count > 0 && state !== 'WAITING') await tellAdminsOfMail(tx)
  })
  if (state === 'WAITING') throw failure
}

/** The last try of a mail's job has failed. */
export async function giveUpMail(id: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.outgoingMail.updateMany({ where: { id, state: 'WAITING' }, data: { state: 'FAILED', endedAt: now } })
    if (count > 0) await tellAdminsOfMail(tx)
  })
}

/** Made from the mail's id alone: a second copy can be told by it, whoever sent it when. */
function messageIdOf(mailId: string): string {
  return `<${mailId}@${new URL(env().SITE_URL).hostname}>`
}
