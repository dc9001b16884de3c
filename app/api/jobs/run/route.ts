import { createHash, timingSafeEqual } from 'node:crypto'
import { expireFromRoute } from '#server/cache-edge.ts'
import { env } from '#server/env.ts'
import { runBootJobs, runDueJobs } from '#server/jobs/schedule.ts'

const NO_STORE = { 'cache-control': 'no-store' }

/** Compared as hashes, so that neither content nor length shows in the time it takes. */
function isOurs(authorization: string | null): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${env().JOBS_SECRET}`))
}

/** The tick of our own server: runs what is due inside Next, where cache tags can be expired. `?boot=1` once after each start. */
export async function POST(request: Request): Promise<Response> {
  if (!isOurs(request.headers.get('authorization'))) return Response.json({ ok: false }, { status: 403, headers: NO_STORE })
  if (new URL(request.url).searchParams.get('boot') === '1') expireFromRoute((await runBootJobs(new Date())).tags)
  const { processed, tags } = await runDueJobs(new Date())
  expireFromRoute(tags)
  return Response.json({ ok: true, processed }, { headers: NO_STORE })
}
