import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { CONFIRM_DAYS, type SignUp } from '#domain/newsletter/sign-up.ts'
import { wordsOf } from '#domain/words/words.ts'
import { timeNow } from '../clock.ts'
import { inTransaction, type Tx } from '../db.ts'
import { env } from '../env.ts'
import { mailConfigured } from '../mail/mode.ts'
import { queueMail } from '../mail/outgoing.ts'
import { addressHash, confirmHashOf, leaverOf, sealAddress } from './address.ts'

/** What readers do themselves, without a sign-in. Nothing that they are answered tells whether an address is known. */

const DAY_MS = 86_400_000

/** Whether readers can sign up: an editor opened it, and mail goes out. */
export async function isOpen(client: Pick<Tx, 'newsletterSettings'>): Promise<boolean> {
  const settings = await client.newsletterSettings.findUnique({ where: { id: 1 }, select: { open: true } })
  return settings?.open === true && mailConfigured()
}

/** Somebody asks for the newsletter: a link to confirm is mailed, to whoever has this address, and nothing else. The same is done for an address that is known. */
export async function signUp({ email, weekly, breaking }: SignUp): Promise<void> {
  const now = timeNow()
  const [id, token, hash] = [randomUUID(), randomBytes(32).toString('base64url'), addressHash(email)]
  await inTransaction(async (tx) => {
    if (!(await isOpen(tx))) return
    // Of two at once the second waits here, and finds the first.
    await tx.subscriber.createMany({ data: [{ id, addressHash: hash, sealed: sealAddress(id, email), createdAt: now }], skipDuplicates: true })
    const asked = { asksWeekly: weekly, asksBreaking: breaking, confirmHash: confirmHashOf(token), confirmUntil: new Date(now.getTime() + CONFIRM_DAYS * DAY_MS) }
    const reader = await tx.subscriber.update({ where: { addressHash: hash }, data: asked, select: { id: true } })
    const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true, language: true } })
    const [name, words] = [paper?.name ?? 'Fourth Period', wordsOf(paper?.language ?? 'en').newsletter]
    const text = words.confirmText(name, `${env().SITE_URL}/newsletter/confirm/${token}`)
    await queueMail(tx, { kind: 'newsletterConfirm', subscriberId: reader.id, to: email, subject: words.confirmSubject(name), text })
  })
}

/** Whether a link that confirms works at this moment. */
export async function canConfirm(client: Pick<Tx, 'subscriber'>, token: string): Promise<boolean> {
  return (await client.subscriber.count({ where: { confirmHash: confirmHashOf(token), confirmUntil: { gt: timeNow() } } })) > 0
}

/** Whoever has the link confirms: from now on they get what they asked for. It works once; false where it is over. An address that was set aside works again, since the mail came. */
export async function confirm(token: string): Promise<boolean> {
  const now = timeNow()
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Subscriber" WHERE "confirmHash" = ${confirmHashOf(token)} FOR UPDATE`
    const found = await tx.subscriber.findUnique({ where: { confirmHash: confirmHashOf(token) }, select: { id: true, confirmUntil: true, asksWeekly: true, asksBreaking: true } })
    if (found === null || found.confirmUntil === null || found.confirmUntil <= now) return false
    const wants = { weekly: found.asksWeekly, breaking: found.asksBreaking }
    await tx.subscriber.update({ where: { id: found.id }, data: { state: 'CONFIRMED', ...wants, confirmedAt: now, confirmHash: null, confirmUntil: null, setAsideAt: null, setAsideReason: '' }, select: { id: true } })
    return true
  })
}

/** Whoever has a link to leave is erased, at once, and what waits for them with it. The answer is the same whoever they were. */
export async function leave(token: string): Promise<void> {
  const id = leaverOf(token)
  if (id !== null) await inTransaction((tx) => tx.subscriber.deleteMany({ where: { id } }))
}

/** Erases the addresses that nobody confirmed in time, and links that are over. Answers how many addresses. */
export async function eraseUnconfirmed(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const { count } = await tx.subscriber.deleteMany({ where: { state: 'UNCONFIRMED', confirmUntil: { lte: now } } })
    await tx.subscriber.updateMany({ where: { confirmUntil: { lte: now } }, data: { confirmHash: null, confirmUntil: null } })
    return count
  })
}
