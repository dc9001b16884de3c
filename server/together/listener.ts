import 'server-only'
import pg from 'pg'
import { env } from '../env.ts'
import { log } from '../log.ts'

const RETRY_MS = [200, 500, 1_000, 2_000, 5_000]
const PING_MS = 10_000
const PING_WITHIN_MS = 5_000

type Heard = {
  /** `user:<id>`, `story:<id>` or `notes:<story id>`. */
  onStanding: (payload: string) => void
  /** `<story id>:<version>`. */
  onSharedDraft: (payload: string) => void
  /** Listening again (also for the first time): what was said meanwhile was not heard. */
  onListening: () => void
}

/**
 * Hears what the database tells at each commit, whoever made it, on a connection of its own that is made again when it
 * breaks. Answers a function that stops it.
 */
export function listen(heard: Heard): () => Promise<void> {
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let failures = 0
  let stopped = false

  const lost = (of: pg.Client) => {
    if (client !== of) return
    client = undefined
    of.removeAllListeners()
    of.on('error', () => undefined)
    void of.end().catch(() => undefined)
    if (stopped) return
    if (failures === 0) log.warn('together: no longer hears the database; trying again')
    retry = setTimeout(() => void connect(), RETRY_MS[Math.min(failures, RETRY_MS.length - 1)])
    failures += 1
  }

  const connect = async () => {
    const made = new pg.Client({ connectionString: env().DATABASE_URL, connectionTimeoutMillis: 5_000, keepAlive: true, application_name: 'fourth-period-together' })
    client = made
    made.on('error', () => lost(made))
    made.on('end', () => lost(made))
    made.on('notification', ({ channel, payload }) => {
      if (channel === 'standing') heard.onStanding(payload ?? '')
      else heard.onSharedDraft(payload ?? '')
    })
    try {
      await made.connect()
      await made.query('LISTEN standing')
      await made.query('LISTEN shared_draft')
    } catch {
      return lost(made)
    }
    failures = 0
    heard.onListening()
  }

  // A connection that was cut without a word looks alive.
  const ping = setInterval(() => {
    const asked = client
    if (asked === undefined || failures > 0) return
    const late = setTimeout(() => lost(asked), PING_WITHIN_MS)
    asked.query('SELECT 1').then(() => clearTimeout(late), () => clearTimeout(late))
  }, PING_MS)
  ping.unref()
  void connect()

  return async () => {
    stopped = true
    clearInterval(ping)
    clearTimeout(retry)
    const last = client
    client = undefined
    last?.removeAllListeners()
    last?.on('error', () => undefined)
    await last?.end().catch(() => undefined)
  }
}
