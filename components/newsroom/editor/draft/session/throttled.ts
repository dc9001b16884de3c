type Clock = { later: (work: () => void, ms: number) => () => void; now: () => number }

/** The part of the time that `work` may take: one in so many. What the screen then draws comes on top. */
const SHARE = 40
/** Waits no longer than this for being expensive. */
const LONGEST_MS = 2_000

/**
 * Does `work` at most once in `ms` milliseconds of the clock, and more seldom where it takes long, so that it leaves the
 * thread to the keys; `now` does it at once, in place of what was due.
 */
export function throttled(clock: Clock, ms: number, work: () => void) {
  let cancel: (() => void) | null = null
  let took = 0
  const stop = () => {
    cancel?.()
    cancel = null
  }
  const now = () => {
    stop()
    const began = clock.now()
    work()
    took = clock.now() - began
  }
  return { now, stop, soon: () => void (cancel ??= clock.later(now, Math.max(ms, Math.min(took * SHARE, LONGEST_MS)))) }
}
