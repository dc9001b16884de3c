import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { dayIn } from '#domain/day.ts'
import { timeNow } from '../clock.ts'
import { env } from '../env.ts'

/**
 * What somebody gets for a vote: it opens the counts before the poll is closed. The same for everybody who voted in that poll, so that it tells of nobody.
 */
export function receiptOf(pollId: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`poll ${pollId}`).digest('base64url').slice(0, 22)
}

/** Whether this is the receipt of that poll. */
export function isReceipt(pollId: string, given: string): boolean {
  const [a, b] = [Buffer.from(receiptOf(pollId)), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

let salt = { day: '', value: Buffer.alloc(0) }

/** Who votes in which poll, as the limit counts it: under a salt of the day that is kept in memory alone, so that by the next day nobody can tell whose it was. */
export function voterKey(address: string, pollId: string): string {
  const day = dayIn(timeNow(), 'UTC')
  if (salt.day !== day) salt = { day, value: randomBytes(32) }
  return createHmac('sha256', salt.value).update(`${address} ${pollId}`).digest('hex')
}
