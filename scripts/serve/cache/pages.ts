/** An answer as it is kept: whole, the same for everybody. */
export type Page = {
  status: number
  /** Name and value in turn, as they are sent; without what differs from one request or encoding to the other. */
  headers: string[]
  body: Buffer
  /** The body as each encoding packs it, once somebody asked for it; null: not worth packing. */
  packed: Map<'br' | 'gzip', Buffer> | null
  /** undefined where an answer has none: only what was found can be "not modified". */
  etag: string | undefined
  /** Whether a query behind its address changes nothing about it. */
  whateverQuery: boolean
  /** It belongs to this build, not to an epoch of the paper. */
  lasting: boolean
  /** Until when it holds, as performance.now() counts. */
  until: number
}

const TEXT = /^(text\/|application\/(json|feed\+json|ld\+json|xml|rss\+xml|atom\+xml|manifest\+json|javascript)|image\/svg)/

/** Whether packing a body of this type and length is worth it. */
export const isPackable = (type: string, bytes: number) => TEXT.test(type) && bytes > 1_000

/** What an entry takes beside its bodies, about: headers, address, maps. */
const OVERHEAD = 2_000

const sizeOf = (page: Page) => OVERHEAD + page.body.length + [...(page.packed?.values() ?? [])].reduce((sum, { length }) => sum + length, 0)

/** The answers of one epoch of the paper, in memory, at most `limit` bytes; who was asked for least recently goes first. */
export class KeptPages {
  /** Counts the epochs of this process. An answer that was begun in another one is not kept. */
  era = 0
  #bytes = 0
  readonly #limit: number
  readonly #pages = new Map<string, { page: Page; bytes: number }>()

  constructor(limit: number) {
    this.#limit = limit
  }

  get bytes(): number {
    return this.#bytes
  }

  /** What is kept of an address as it was asked for: path and query. */
  find(target: string): Page | undefined {
    const query = target.indexOf('?')
    const page = this.#at(query === -1 ? target : target.slice(0, query))
    return page !== undefined && (query === -1 || page.whateverQuery) ? page : undefined
  }

  /** Keeps an answer that was begun in `era`; `target` has no query. */
  keep(target: string, page: Page, era: number): void {
    if (era !== this.era) return
    const bytes = sizeOf(page)
    // One that takes much of all there is would drive out everything else.
    if (bytes > this.#limit / 8) return
    this.#forget(target)
    this.#pages.set(target, { page, bytes })
    this.#bytes += bytes
    this.#makeRoom()
  }

  /** An encoding was added to a page. */
  grown(target: string): void {
    const entry = this.#pages.get(target)
    if (entry === undefined) return
    this.#bytes -= entry.bytes
    entry.bytes = sizeOf(entry.page)
    this.#bytes += entry.bytes
    this.#makeRoom()
  }

  /** A new epoch: nothing of the former one is shown any more. */
  turn(): void {
    this.era += 1
    for (const [target, { page }] of this.#pages) if (!page.lasting) this.#forget(target)
  }

  #at(target: string): Page | undefined {
    const entry = this.#pages.get(target)
    if (entry === undefined) return undefined
    if (entry.page.until <= performance.now()) {
      this.#forget(target)
      return undefined
    }
    // To the end of the line; the order of a Map is that of insertion. Not at every hit: that alone would be half of its cost.
    if (this.#bytes > this.#limit / 2) {
      this.#pages.delete(target)
      this.#pages.set(target, entry)
    }
    return entry.page
  }

  #makeRoom(): void {
    for (const target of this.#pages.keys()) {
      if (this.#bytes <= this.#limit) return
      this.#forget(target)
    }
  }

  #forget(target: string): void {
    const entry = this.#pages.get(target)
    if (entry === undefined) return
    this.#bytes -= entry.bytes
    this.#pages.delete(target)
  }
}
