import { parseMessage, toEditorSchema, type StoredMessage } from '#domain/together/messages.ts'
import type { Shared } from '../../together/shared.ts'
import type { Link } from './draft-state.ts'
import type { DraftWorld } from './draft-world.ts'
import { throttled } from './throttled.ts'

/** How soon after a change the server is asked whether it is stored, … */
export const MARK_MS = 250
/** … when its answer is overdue, and how long a decision waits for one. */
export const LATE_MS = 5_000
export const FLUSH_MS = 15_000
/** How long a connection may take until both sides have what the other has. */
export const OPEN_MS = 10_000
const RETRIES_MS = [300, 1_000, 2_000, 4_000, 8_000, 15_000]

type Ending = Extract<Link, { at: 'signed-out' | 'ended' | 'replaced' }>
type LineEvents = {
  /** Whether a lost connection may be taken up again: it must still be the same person. */
  mayConnect: () => Promise<'yes' | 'no' | 'later'>
  /** Whether this person may write; others have nothing that could be stored. */
  writes: () => boolean
  onSynced: () => void
  onLost: () => void
  onLate: () => void
  /** `all`: everything that was changed here until now is stored. */
  onStored: (message: StoredMessage, all: boolean) => void
  onStanding: () => void
  onEnded: (link: Ending) => void
}

/**
 * The connection of an open draft over its cuts: connects again by itself, sends marks behind the changes, and knows
 * which changes are stored. A mark is answered only by the connection that it was sent on; after a cut a new one asks anew.
 */
export function openLine(world: DraftWorld, shared: Shared, events: LineEvents) {
  let changes = 0
  let stored = 0
  let marks = 0
  /** Marks on their way, and how many changes each of them covers. */
  let sent: { n: number; changes: number }[] = []
  let state: 'closed' | 'connecting' | 'online' | 'ended' = 'closed'
  let attempts = 0
  let asking = false
  let cancelRetry = () => {}
  let cancelLate = () => {}
  let cancelOpening = () => {}
  const waiting = new Set<(n: number | null) => void>()

  const wire = world.connect(shared, { onSynced, onMessage, onRefused, onClosed: lost })
  const mark = throttled(world, MARK_MS, sendMark)

  function sendMark(): void {
    if (state !== 'online' || !events.writes()) return
    sent.push({ n: (marks += 1), changes })
    wire.say(JSON.stringify({ type: 'mark', n: marks }))
    cancelLate()
    cancelLate = world.later(() => {
      events.onLate()
      sendMark()
    }, LATE_MS)
  }
  function connect(): void {
    wire.open()
    cancelOpening = world.later(cut, OPEN_MS)
  }
  /** The connection is of no use any more, whatever the socket thinks. */
  function cut(): void {
    if (state !== 'online' && state !== 'connecting') return
    wire.close()
    lost()
  }
  function onSynced(): void {
    cancelOpening()
    state = 'online'
    attempts = 0
    events.onSynced()
    mark.now()
  }
  function drop(): void {
    cancelOpening()
    sent = []
    cancelLate()
    mark.stop()
    for (const answer of waiting) answer(null)
  }
  function lost(): void {
    if (state === 'ended' || state === 'closed') return
    state = 'connecting'
    drop()
    events.onLost()
    retry()
  }
  function retry(): void {
    cancelRetry()
    cancelRetry = world.later(() => void tryAgain(), RETRIES_MS[Math.min(attempts, RETRIES_MS.length - 1)] ?? 0)
    attempts += 1
  }
  async function tryAgain(): Promise<void> {
    if (state !== 'connecting' || asking) return
    cancelRetry()
    asking = true
    const may = await events.mayConnect()
    asking = false
    if (state !== 'connecting') return
    if (may === 'yes') connect()
    if (may === 'later') retry()
  }
  function end(link: Ending): void {
    // A signed-out line waits for the person; every other end is one.
    state = link.at === 'signed-out' ? 'connecting' : 'ended'
    drop()
    cancelRetry()
    wire.close()
    events.onEnded(link)
  }
  function onMessage(text: string): void {
    const message = parseMessage(toEditorSchema, text)
    if (message?.type === 'standing') events.onStanding()
    if (message?.type === 'stored') onStored(message)
    if (message?.type === 'ended') end(message.reason === 'signed-out' ? { at: 'signed-out' } : { at: 'ended', reason: message.reason, message: message.message })
  }
  function onStored(message: StoredMessage): void {
    for (const { n, changes: covered } of sent) if (n <= message.n) stored = Math.max(stored, covered)
    sent = sent.filter(({ n }) => n > message.n)
    if (sent.length === 0) cancelLate()
    events.onStored(message, stored >= changes)
    for (const answer of waiting) answer(message.n)
  }
  function onRefused(reason: string): void {
    if (reason === 'generation') return end({ at: 'replaced' })
    if (reason === 'forbidden') return end({ at: 'ended', reason: 'forbidden', message: 'You may no longer open this story.' })
    cut()
  }

  return {
    /** Connects for the first time, as the person whom the page was made for. */
    open(): void {
      if (state !== 'closed') return
      state = 'connecting'
      connect()
    },
    /** Lets go; `open` may follow. */
    close(): void {
      if (state === 'ended') return
      mark.now()
      state = 'closed'
      cancelRetry()
      drop()
      wire.close()
    },
    /** Something was typed here; what it says is already on its way. */
    changed(): void {
      changes += 1
      mark.soon()
    },
    tryAgain: () => void tryAgain(),
    /** Asks what is stored now. */
    ask: () => mark.now(),
    cut,
    end: () => end({ at: 'replaced' }),
    /** Asks the server, and waits until everything is stored; false: it is not, or not in time. */
    allStored(): Promise<boolean> {
      if (state !== 'online') return Promise.resolve(false)
      mark.now()
      const wanted = marks
      return new Promise((resolve) => {
        const answer = (n: number | null) => {
          if (n !== null && n < wanted) return
          waiting.delete(answer)
          cancel()
          resolve(n !== null)
        }
        const cancel = world.later(() => answer(null), FLUSH_MS)
        waiting.add(answer)
      })
    },
  }
}
