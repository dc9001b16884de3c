import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { timeNow } from '../clock.ts'

/** For so long somebody may think before they vote. */
const HOLDS_MS = 60 * 60_000

// Next loads a file once for each route that uses it; there is one such memory in the process.
const KEPT = Symbol.for('fourth-period.poll-tickets')
type Kept = { key: Buffer; used: Map<string, number> }
type Holder = { [KEPT]?: Kept }
const holder = globalThis as Holder
const kept = (): Kept => (holder[KEPT] ??= { key: randomBytes(32), used: new Map() })

const signed = (pollId: string, words: string) => createHmac('sha256', kept().key).update(`${pollId} ${words}`).digest('base64url').slice(0, 22)

/**
 * What one vote takes: good once, for an hour, in one poll. Chance and a time, signed by a key that lives in memory; it says nothing of whoever holds it, and
 * of one that was used only the chance is kept, until its time is over.
 */
export function ticketFor(pollId: string): string {
  const words = `${(timeNow().getTime() + HOLDS_MS).toString(36)}.${randomBytes(9).toString('base64url')}`
  return `${words}.${signed(pollId, words)}`
}

function isOurs(pollId: string, ticket: string): boolean {
  const [until = '', chance = '', signature = ''] = ticket.split('.')
  const [a, b] = [Buffer.from(signed(pollId, `${until}.${chance}`)), Buffer.from(signature)]
  return a.length === b.length && timingSafeEqual(a, b) && Number.parseInt(until, 36) > timeNow().getTime()
}

/**
 * Votes with a ticket. 'used': it was good and has been used. 'none': it is none of ours, or too old. It is used before `vote` is asked, so that two at once count
 * once, and given back where that says no.
 */
export async function withTicket<T extends { ok: boolean }>(pollId: string, ticket: string, vote: () => Promise<T>): Promise<T | 'used' | 'none'> {
  if (!isOurs(pollId, ticket)) return 'none'
  const { used } = kept()
  const now = timeNow().getTime()
  for (const [one, until] of used) if (until <= now) used.delete(one)
  if (used.has(ticket)) return 'used'
  used.set(ticket, now + HOLDS_MS)
  let counted = false
  try {
    const result = await vote()
    counted = result.ok
    return result
  } finally {
    if (!counted) used.delete(ticket)
  }
}
