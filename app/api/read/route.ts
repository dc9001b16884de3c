import { addressIn } from '#server/auth/client-address.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { timeNow } from '#server/clock.ts'
import { countRead } from '#server/reads/count.ts'

const MOST_BYTES = 300
// Whether it counted is nobody's business.
const ANSWER = { status: 204, headers: { 'cache-control': 'no-store' } }

/** A page of the paper says that it was read: its path as plain text, and no more (components/elements/read.ts). */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers) || Number(request.headers.get('content-length') ?? MOST_BYTES + 1) > MOST_BYTES) return new Response(null, ANSWER)
  const path = await request.text().catch(() => '')
  await countRead({ path, address: addressIn(request.headers), agent: request.headers.get('user-agent'), now: timeNow() })
  return new Response(null, ANSWER)
}
