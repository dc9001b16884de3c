// One memory for the whole process: our server turns it, and Next's bundle, which loads this file once more, reads through it.
const KEY = Symbol.for('fourth-period.epoch-memory')
type Holder = { [KEY]?: Map<string, Promise<unknown>> }
const holder = globalThis as Holder

/**
 * What every page of the paper says alike, read once in an epoch of the paper (docs/decisions/0025) and not for each page again. `key`: what is read, with all
 * that it depends on. A read that was begun in a former epoch is never handed to a page of this one; a failure is not kept. Where no server keeps count of the
 * epochs (jobs, tests, a build), everything is read anew.
 */
export function inThisEpoch<T>(key: string, read: () => Promise<T>): Promise<T> {
  const memory = holder[KEY]
  if (memory === undefined) return read()
  const known = memory.get(key)
  // What stands under a key was read for it.
  if (known !== undefined) return known as Promise<T>
  const value = read()
  memory.set(key, value)
  value.catch(() => memory.get(key) === value && memory.delete(key))
  return value
}

/** Begins a new epoch: all that was read before is forgotten. Called by the server that counts them. */
export function turnEpochMemory(): void {
  holder[KEY] = new Map()
}

/** Nobody counts the epochs any more. */
export function stopEpochMemory(): void {
  delete holder[KEY]
}
