import 'server-only'
import { env } from './env.ts'

/** What every page of the paper is marked with for caches in front of it (`Surrogate-Key`, `Cache-Tag`). */
const PAPER_KEY = 'paper'
const WITHIN_MS = 10_000

/** Asks the cache of EDGE_PURGE_URL to forget the paper's pages. Throws when it does not say that it did. */
export async function purgeEdge(): Promise<void> {
  const { EDGE_PURGE_URL: url, EDGE_PURGE_METHOD: method, EDGE_PURGE_TOKEN: token } = env()
  if (url === undefined) return
  const answer = await fetch(url, {
    method, signal: AbortSignal.timeout(WITHIN_MS), redirect: 'error',
    headers: { 'surrogate-key': PAPER_KEY, 'cache-tag': PAPER_KEY, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
    ...(method === 'POST' ? { body: JSON.stringify({ tags: [PAPER_KEY] }) } : {}),
  })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`the cache in front of the paper answered ${answer.status}`)
}
