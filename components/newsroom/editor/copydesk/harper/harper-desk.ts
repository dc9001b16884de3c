import type { FromHarper, HarperRemark, ToHarper } from './harper-protocol.ts'

/** What starts Harper, handed in so that a test needs no browser. */
export type HarperThread = { post: (message: ToHarper) => void; end: () => void }
export type StartHarper = (heard: (message: FromHarper) => void) => HarperThread

/** `loading`: its program is on the way; `failed`: it cannot run in this browser, and everything else goes on without it. */
export type HarperState = 'off' | 'loading' | 'ready' | 'failed'

/** Paragraphs that are sent together: few enough that the first remarks come soon. */
const BATCH = 12
/** Texts whose remarks are kept: those of a long story and of its last few edits. */
const KEPT = 1500

/** Asks Harper about texts that it has not read yet, a batch at a time, and keeps what it said of each. */
export class HarperDesk {
  state: HarperState = 'off'
  #thread: HarperThread | null = null
  #remarks = new Map<string, readonly HarperRemark[]>()
  #wanted: readonly string[] = []
  #asked: readonly string[] | null = null
  #n = 0
  readonly #start: StartHarper
  readonly #changed: () => void

  constructor(start: StartHarper, changed: () => void) {
    this.#start = start
    this.#changed = changed
  }

  /** Starts it, if it is not running, with the paper's words. */
  open(words: readonly string[]): void {
    if (this.#thread !== null || this.state === 'failed') return
    this.state = 'loading'
    this.#thread = this.#start((message) => this.#heard(message))
    this.#thread.post({ type: 'words', words: [...words] })
  }

  /** Stops it and gives its memory back; what it said is kept. */
  close(): void {
    this.#thread?.end()
    this.#thread = null
    this.#asked = null
    if (this.state !== 'failed') this.state = 'off'
  }

  /** What it said of each text so far. */
  get remarks(): ReadonlyMap<string, readonly HarperRemark[]> {
    return this.#remarks
  }

  /** Whether it still has something to read. */
  get busy(): boolean {
    return this.state === 'loading' || (this.#thread !== null && this.#unread().length > 0)
  }

  /** Has it read these; those that it knows are not sent again. */
  read(texts: readonly string[]): void {
    this.#wanted = texts
    this.#next()
  }

  #unread(): string[] {
    return [...new Set(this.#wanted)].filter((text) => text.trim() !== '' && !this.#remarks.has(text))
  }

  #next(): void {
    if (this.#thread === null || this.state !== 'ready' || this.#asked !== null) return
    const texts = this.#unread().slice(0, BATCH)
    if (texts.length === 0) return
    this.#asked = texts
    this.#n += 1
    this.#thread.post({ type: 'check', n: this.#n, texts })
  }

  #heard(message: FromHarper): void {
    if (this.#thread === null) return
    if (message.type === 'failed') {
      this.close()
      this.state = 'failed'
    } else if (message.type === 'ready') {
      this.state = 'ready'
    } else if (message.n === this.#n) {
      this.#asked?.forEach((text, index) => this.#remarks.set(text, message.remarks[index] ?? []))
      this.#asked = null
      this.#forget()
    }
    this.#next()
    this.#changed()
  }

  #forget(): void {
    if (this.#remarks.size <= KEPT) return
    const wanted = new Set(this.#wanted)
    for (const text of this.#remarks.keys()) if (!wanted.has(text)) this.#remarks.delete(text)
  }
}
