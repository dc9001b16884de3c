import { createHash, timingSafeEqual } from 'node:crypto'
import { expireFromRoute } from '#server/cache-edge.ts'
import { env } from '#server/env.ts'
import { runBootJobs, runMails, runPrint, runQueue, runUpkeep } from '#server/jobs/schedule.ts'

const NO_STORE = { 'cache-control': 'no-store' }

/** Compared as hashes, so that neither content nor length shows in the time it takes. */
function isOurs(authorization: string | null): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${env().JOBS_SECRET}`))
}

const PARTS = { queue: [runQueue], mails: [runMails], print: [runPrint], upkeep: [() => runUpkeep(new Date())], all: [runQueue, () => runUpkeep(new Date()), runMails, runPrint] }

/**
 * The tick of our own server: runs what is due inside Next, where cache tags can be expired. `?boot=1` once after each start;
 * `?part=queue`, `mails`, `print` or `upkeep` does that part alone.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOurs(request.headers.get('authorization'))) return Response.json({ ok: false }, { status: 403, headers: NO_STORE })
  const asked = new URL(request.url).searchParams
  if (asked.get('boot') === '1') await expireFromRoute((await runBootJobs(new Date())).tags)
  const part = asked.get('part')
  let processed = 0
  for (const run of PARTS[part === 'queue' || part === 'mails' || part === 'print' || part === 'upkeep' ? part : 'all']) {
    const done = await run()
    await expireFromRoute(done.tags)
    processed += done.processed
  }
  return Response.json({ ok: true, processed }, { headers: NO_STORE })
}
