import { log } from '#server/log.ts'

const FLUSH_MS = 250
const FLUSH_AT = 500

/** The lines of answers out of memory, written together: one write a line would cost more than the answer. */
export class HitLog {
  #lines: string[] = []
  #timer: NodeJS.Timeout | undefined
  #time = ''
  readonly #write: (text: string) => void

  constructor(write: (text: string) => void = (text) => process.stdout.write(text)) {
    this.#write = write
  }

  /** `path`: as it may be logged, in JSON. */
  add(requestId: string, method: string, path: string, status: number): void {
    if (!log.isLevelEnabled('info')) return
    // The hour to a quarter of a second: that of the first of these lines.
    if (this.#lines.length === 0) this.#time = new Date().toISOString()
    this.#lines.push(`{"level":"info","time":"${this.#time}","requestId":"${requestId}","method":"${method}","path":${path},"status":${status},"ms":0,"msg":"request"}\n`)
    if (this.#lines.length >= FLUSH_AT) return this.flush()
    this.#timer ??= setTimeout(() => this.flush(), FLUSH_MS)
  }

  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const lines = this.#lines
    if (lines.length === 0) return
    this.#lines = []
    this.#write(lines.join(''))
  }
}
