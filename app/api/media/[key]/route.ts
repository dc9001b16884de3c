import { variantFormat } from '#domain/media.ts'
import { currentActor } from '#server/auth/actor.ts'
import { log, reasonOf } from '#server/log.ts'
import { liveVariant } from '#server/media/published.ts'
import { storage } from '#server/storage.ts'

type Context = { params: Promise<{ key: string }> }

/** The address names the content, so a browser keeps it; a shared cache asks again, so that a withdrawn picture does not live on there. */
const PUBLIC = 'public, max-age=31536000, s-maxage=300, immutable'
const PRIVATE = 'private, no-store'
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
}

/** Unknown, malformed and not yet public look the same. */
function nothing(status: 404 | 503, words: string): Response {
  return new Response(words, { status, headers: { ...ALWAYS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}
const notFound = () => nothing(404, 'Not found')

/** Who may see this variant: everybody while it stands in a live story, else whoever is signed in, else nobody. */
async function visibility(key: string): Promise<typeof PUBLIC | typeof PRIVATE | null> {
  if ((await liveVariant(key)) !== null) return PUBLIC
  return (await currentActor()) === null ? null : PRIVATE
}

function isKnownToClient(request: Request, etag: string): boolean {
  const sent = request.headers.get('if-none-match')
  return sent !== null && sent.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}

async function serve(request: Request, key: string, withBody: boolean): Promise<Response> {
  const format = variantFormat(key)
  if (format === null) return notFound()
  let cacheControl: string | null
  try {
    cacheControl = await visibility(key)
  } catch (error) {
    log.error({ reason: reasonOf(error) }, 'media: could not tell who may see a picture')
    return nothing(503, 'Try again in a moment')
  }
  const file = cacheControl === null ? null : await storage.read(`variant/${key}`)
  if (cacheControl === null || file === null) {
    if (cacheControl === PUBLIC) log.error({ key }, 'media: the file of a live picture is missing')
    return notFound()
  }
  const etag = `"${key}"`
  // A live picture may stand in other windows too: feed readers on the web show it from here.
  const headers = { ...ALWAYS, ...(cacheControl === PUBLIC ? { 'cross-origin-resource-policy': 'cross-origin' } : {}), etag, 'cache-control': cacheControl }
  if (isKnownToClient(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(withBody ? file.stream() : null, {
    headers: { ...headers, 'content-type': `image/${format}`, 'content-length': String(file.size), 'content-disposition': 'inline' },
  })
}

/** The bytes of one variant. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return serve(request, (await params).key, true)
}

export async function HEAD(request: Request, { params }: Context): Promise<Response> {
  return serve(request, (await params).key, false)
}
