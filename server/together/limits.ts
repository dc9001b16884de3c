import 'server-only'
import { MAX_UPDATE_BYTES } from '#domain/together/shared-draft.ts'

/** Generous for people who type, paste and come back from a day offline; bounded for everybody else. */
export const MAX_CONNECTIONS = 2_000
export const MAX_PER_PERSON = 20
/** Connections of people who are signed out live only until they have been told so. */
export const MAX_SIGNED_OUT = 100
/** All that they have to say is which story they want; nobody knows who sends this, so next to nothing of it is kept. */
export const MAX_SIGNED_OUT_FRAME_BYTES = 64 * 1024
/** A frame: the longest change and the name of its document. */
export const MAX_FRAME_BYTES = MAX_UPDATE_BYTES + 64 * 1024
/** Somebody who does not read what is sent is cut off; on coming back they get it all in one piece. */
export const MAX_UNREAD_BYTES = 32 * 1024 * 1024
/** How long after the handshake a connection must have named its document. */
export const INTRODUCED_WITHIN_MS = 10_000
/** How often a connection is asked whether it is still there. */
export const HEARTBEAT_MS = 15_000

type Rates = Record<'messages' | 'bytes', { perSecond: number; burst: number }>
export const SIGNED_IN: Rates = { messages: { perSecond: 200, burst: 2_000 }, bytes: { perSecond: 512 * 1024, burst: 3 * MAX_FRAME_BYTES } }
export const SIGNED_OUT: Rates = { messages: { perSecond: 1, burst: 100 }, bytes: { perSecond: 1_024, burst: 2 * MAX_SIGNED_OUT_FRAME_BYTES } }

/** How often a connection may compare its copy with ours, which reads all of the document. A page does it when it comes and when it may write again. */
export const COMPARISONS = { perSecond: 1, burst: 40 }

export class Bucket {
  #left: number
  #at: number
  readonly #rate: { perSecond: number; burst: number }

  constructor(rate: { perSecond: number; burst: number }, now: number) {
    this.#rate = rate
    this.#left = rate.burst
    this.#at = now
  }

  take(amount: number, now: number): boolean {
    this.#left = Math.min(this.#rate.burst, this.#left + ((now - this.#at) / 1_000) * this.#rate.perSecond)
    this.#at = now
    this.#left -= amount
    return this.#left >= 0
  }
}

/** Counts what one connection sends. */
export class Allowance {
  readonly #messages: Bucket
  readonly #bytes: Bucket

  constructor({ messages, bytes }: Rates, now: number) {
    this.#messages = new Bucket(messages, now)
    this.#bytes = new Bucket(bytes, now)
  }

  /** Whether a message of so many bytes is within the limits; `now` in ms. */
  takes(bytes: number, now: number): boolean {
    const messages = this.#messages.take(1, now)
    return this.#bytes.take(bytes, now) && messages
  }
}
