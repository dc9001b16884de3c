import 'server-only'

/** So many searches run at once, so that the newsroom always finds a free connection; so many more wait for their turn. */
const AT_ONCE = 4
const MOST_WAITING = 40

let running = 0
const waiting: (() => void)[] = []

/** Does `work` when it is its turn; null, and nothing done, when too many wait already. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T | null> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return null
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The next one takes this place over.
    if (next === undefined) running -= 1
    else next()
  }
}
