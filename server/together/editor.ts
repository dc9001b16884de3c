import 'server-only'
import { randomUUID } from 'node:crypto'
import { OutgoingMessage, type Connection } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import type { Actor } from '#domain/people.ts'
import type { ToEditor } from '#domain/together/messages.ts'
import type { SocketSession } from '../auth/socket-session.ts'
import { Bucket, COMPARISONS } from './limits.ts'
import type { Ending } from './standing.ts'

/** What Hocuspocus carries along with a connection. */
export type Context = { visit: Visit }

/** One socket from its handshake on. */
export type Visit = { socket: WebSocket; requestId: string; session: SocketSession | null; editor: Editor | null; introduced: boolean }

export const CLOSE_CODES = { 'signed-out': 4401, forbidden: 4403, withdrawn: 4403, reset: 4205, limit: 4429 } as const

/** A mark that waits until everything up to `sequence` is stored. */
type Mark = { n: number; sequence: number }
const MAX_MARKS = 200

/** Somebody's open editor of one story. */
export class Editor {
  readonly id = randomUUID()
  readonly connection: Connection<Context>
  readonly visit: Visit
  readonly session: SocketSession
  /** The person with the role that they have now. */
  actor: Actor
  /**
   * Whether everything that this editor has said has reached the document: not before the first comparison of the two
   * sides, and not after a change that came while it might not write. Until then no mark is answered.
   */
  inStep = false
  readonly #comparisons = new Bucket(COMPARISONS, Date.now())
  #held: number | null = null
  #marks: Mark[] = []
  #acknowledged = 0

  constructor(connection: Connection<Context>, visit: Visit, session: SocketSession) {
    this.connection = connection
    this.visit = visit
    this.session = session
    this.actor = session.actor
  }

  get mayEdit(): boolean {
    return !this.connection.readOnly
  }

  /** Counts a comparison of the two sides; `now` in ms. */
  mayCompare(now: number): boolean {
    return this.#comparisons.take(1, now)
  }

  say(message: ToEditor): void {
    this.connection.sendStateless(JSON.stringify(message))
  }

  /** Notes a mark; `sequence` is where the document stands. */
  mark(n: number, sequence: number): void {
    if (!this.inStep) {
      this.#held = Math.max(this.#held ?? 0, n)
      return
    }
    this.#marks.push({ n, sequence })
    // The later one covers the earlier.
    if (this.#marks.length > MAX_MARKS) this.#marks.shift()
  }

  /** The two sides agree: marks that were held count from here. */
  caughtUp(sequence: number): void {
    this.inStep = true
    const held = this.#held
    this.#held = null
    if (held !== null) this.mark(held, sequence)
  }

  fellBehind(): void {
    this.inStep = false
  }

  /** The newest mark of which everything up to `sequence` covers all; it stays so. */
  covered(sequence: number): number {
    for (const { n, sequence: needs } of this.#marks) if (needs <= sequence) this.#acknowledged = Math.max(this.#acknowledged, n)
    this.#marks = this.#marks.filter(({ sequence: needs }) => needs > sequence)
    return this.#acknowledged
  }

  /** Lets write or takes it away. Whoever may write again is asked for what they have. */
  setMayEdit(mayEdit: boolean): void {
    this.connection.readOnly = !mayEdit
    if (mayEdit) this.connection.send(new OutgoingMessage(this.connection.messageAddress).createSyncMessage().writeFirstSyncStepFor(this.connection.document).toUint8Array())
  }

  end({ reason, message }: Ending): void {
    this.say({ type: 'ended', reason, message })
    this.close(CLOSE_CODES[reason], reason)
  }

  close(code: number, reason: string): void {
    this.connection.close({ code, reason })
    this.visit.socket.close(code, reason)
  }
}
