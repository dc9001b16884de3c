import { asAttachment } from '#domain/proof-file.ts'
import { currentActor } from '#server/auth/actor.ts'
import { log, reasonOf } from '#server/log.ts'
import { liveIssueFile } from '#server/print/published.ts'
import { deskFile } from '#server/print/queries.ts'
import { storage } from '#server/storage.ts'

type Context = { params: Promise<{ key: string }> }
type Found = { cache: string } & ({ kind: 'picture' } | { kind: 'pdf'; name: string })

/** A browser keeps a picture of a page, as it keeps those of stories; a PDF is asked about each time, and shared caches ask again, so that what was withdrawn does not live on there. */
const PUBLIC = { picture: 'public, max-age=31536000, s-maxage=300, immutable', pdf: 'public, max-age=0, must-revalidate' } as const
const PRIVATE = 'private, no-store'
const ALWAYS = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin' }

/** Unknown, malformed and not yet public look the same. */
function nothing(status: 404 | 503): Response {
  return new Response(status === 404 ? 'Not found\n' : 'Try again in a moment\n', { status, headers: { ...ALWAYS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}

/** Everybody while the issue is live, else whoever prepares issues, else nobody. */
async function find(key: string): Promise<Found | null> {
  const live = await liveIssueFile(key)
  if (live !== null) return { ...live, cache: PUBLIC[live.kind] }
  const actor = await currentActor()
  const own = actor === null ? null : await deskFile(actor, key)
  return own === null ? null : { ...own, cache: PRIVATE }
}

async function serve(request: Request, key: string, withBody: boolean): Promise<Response> {
  let found: Found | null
  try {
    found = await find(key)
  } catch (error) {
    log.error({ reason: reasonOf(error) }, 'print: could not tell who may see a file')
    return nothing(503)
  }
  const file = found === null ? null : await storage.read(`${found.kind === 'pdf' ? 'issue' : 'page'}/${key}`)
  if (found === null || file === null) return nothing(404)
  const etag = `"${key}"`
  const headers = { ...ALWAYS, etag, 'cache-control': found.cache }
  if ((request.headers.get('if-none-match') ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  // A PDF is kept, never opened inside our origin.
  const kind = found.kind === 'pdf' ? { 'content-type': 'application/pdf', 'content-disposition': asAttachment(found.name) } : { 'content-type': 'image/webp', 'content-disposition': 'inline' }
  return new Response(withBody ? file.stream() : null, { headers: { ...headers, ...kind, 'content-length': String(file.size) } })
}

/** The bytes of one file of an issue. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return serve(request, (await params).key, true)
}

export async function HEAD(request: Request, { params }: Context): Promise<Response> {
  return serve(request, (await params).key, false)
}
