import pg from 'pg'
import { log } from '#server/log.ts'

const RETRY_MS = [100, 250, 500, 1_000, 2_000]
const CHECK_MS = 2_000
const CHECK_WITHIN_MS = 1_500

/**
 * Hears from the database which epoch of the paper it is (the table ReaderEpoch), on a connection of its own that is made again when it breaks, and
 * asks every two seconds besides: a connection that was cut without a word looks alive, and a pool between us and the database passes no
 * notifications on. While the database is away nothing can be published or withdrawn either, and the epoch stays.
 */
export class EpochListener {
  /** The newest epoch heard of; undefined before the first. */
  known: string | undefined
  readonly #address: string
  readonly #moved: () => void
  #client: pg.Client | undefined
  #retry: NodeJS.Timeout | undefined
  #check: NodeJS.Timeout
  #failures = 0
  #stopped = false

  constructor(address: string, moved: () => void) {
    this.#address = address
    this.#moved = moved
    this.#check = setInterval(() => void this.#ask(), CHECK_MS)
    this.#check.unref()
  }

  /** Connects; resolves once the epoch is known, or at once when the database is away: then it goes on trying. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#address, connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'fourth-period-epoch' })
    this.#client = client
    client.on('error', () => this.#lost(client))
    client.on('end', () => this.#lost(client))
    client.on('notification', ({ payload }) => this.heard(payload))
    try {
      await client.connect()
      // Listening first: whatever is moved after the question is told.
      await client.query('LISTEN reader_epoch')
      this.#failures = 0
    } catch {
      return this.#lost(client)
    }
    await this.#ask()
  }

  /** Takes it that it is this epoch now. */
  heard(epoch: string | undefined): void {
    if (epoch === undefined || epoch === this.known) return
    // Told late what the check has seen already.
    if (this.known !== undefined && BigInt(epoch) < BigInt(this.known)) return
    this.#turn(epoch)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#check)
    clearTimeout(this.#retry)
    const client = this.#client
    this.#client = undefined
    await client?.end().catch(() => undefined)
  }

  #turn(epoch: string): void {
    this.known = epoch
    this.#moved()
  }

  async #ask(): Promise<void> {
    const client = this.#client
    if (client === undefined || this.#failures > 0) return
    const late = setTimeout(() => this.#lost(client), CHECK_WITHIN_MS)
    try {
      const { rows } = await client.query<{ epoch: string }>('SELECT "epoch"::text FROM "ReaderEpoch" WHERE "id" = 1')
      const now = rows[0]?.epoch
      // Also where it is a lower one: the database was put back from a backup.
      if (now !== undefined && now !== this.known) this.#turn(now)
    } catch {
      this.#lost(client)
    } finally {
      clearTimeout(late)
    }
  }

  #lost(of: pg.Client): void {
    if (this.#client !== of) return
    this.#client = undefined
    of.removeAllListeners()
    of.on('error', () => undefined)
    void of.end().catch(() => undefined)
    if (this.#stopped) return
    if (this.#failures === 0) log.warn('epoch: no longer hears the database; trying again')
    this.#retry = setTimeout(() => void this.start(), RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)])
    this.#retry.unref()
    this.#failures += 1
  }
}
