/** How long a page waits for those that were begun in a former epoch. */
const WAIT_MS = 1_000

/**
 * One making of a page at a time for each address, and none beside one of a former epoch: Next lets requests share what they read while it is being
 * read, so a page that is begun now could get what was true before the change. `settled`: whether none such was under way, so that the page may be kept.
 */
export class Renders<T> {
  readonly #era: () => number
  readonly #running = new Map<Promise<unknown>, number>()
  readonly #of = new Map<string, { era: number; made: Promise<T> }>()

  constructor(era: () => number) {
    this.#era = era
  }

  /** What is being made of this address in this epoch. */
  under(address: string): Promise<T> | undefined {
    const running = this.#of.get(address)
    return running?.era === this.#era() ? running.made : undefined
  }

  /** Makes it. `shared`: others who ask for the address meanwhile get the same (`under`). */
  start(address: string, shared: boolean, make: (era: number, settled: boolean) => Promise<T>): Promise<T> {
    const began = this.#era()
    const made = this.#whenSettled().then((settled) => {
      // It may have moved on while this waited: what is read from here on is of the present one.
      const era = this.#era()
      const work = make(era, settled && era === began)
      this.#running.set(work, era)
      return work.finally(() => this.#running.delete(work))
    })
    if (shared) {
      const entry = { era: began, made }
      this.#of.set(address, entry)
      const done = () => void (this.#of.get(address) === entry && this.#of.delete(address))
      made.then(done, done)
    }
    return made
  }

  async #whenSettled(): Promise<boolean> {
    const older = [...this.#running].filter(([, era]) => era !== this.#era()).map(([work]) => work)
    if (older.length === 0) return true
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), WAIT_MS)))
    const settled = await Promise.race([Promise.allSettled(older).then(() => true), late])
    clearTimeout(timer)
    return settled
  }
}
