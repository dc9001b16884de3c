// One set for the whole process: our server and Next's bundle each load this file.
const KEY = Symbol.for('fourth-period.epoch')
type Holder = { [KEY]?: Set<() => void> }
const holder = globalThis as Holder
const told = () => (holder[KEY] ??= new Set())

/** Calls `work` whenever something that readers see was changed by this process. Answers how to stop that. */
export function whenReadersSeeAChange(work: () => void): () => void {
  told().add(work)
  return () => void told().delete(work)
}

/** Tells this process, at once, that readers see something else from now on. */
export function tellThisProcess(): void {
  for (const work of told()) work()
}
