import { currentActor } from '#server/auth/actor.ts'
import { storage } from '#server/storage.ts'
import { isAdRunning } from '#server/support/published.ts'
import { maySeeAds } from '#server/support/queries.ts'

type Context = { params: Promise<{ key: string }> }
const ALWAYS = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin' }

/** The picture of an advertisement: for everybody while it runs, else for whoever runs them. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { key } = await params
  const known = /^[0-9a-f]{64}\.webp$/.test(key)
  const running = known && (await isAdRunning(key))
  const actor = known && !running ? await currentActor() : null
  const file = running || (actor !== null && maySeeAds(actor)) ? await storage.read(`ad/${key}`) : null
  if (file === null) return new Response('Not found\n', { status: 404, headers: { ...ALWAYS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
  const cache = running ? 'public, max-age=86400, s-maxage=300' : 'private, no-store'
  return new Response(file.stream(), { headers: { ...ALWAYS, etag: `"${key}"`, 'cache-control': cache, 'content-type': 'image/webp', 'content-length': String(file.size), 'content-disposition': 'inline' } })
}
