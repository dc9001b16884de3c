import { currentActor } from '#server/auth/actor.ts'
import { logoFile } from '#server/look/logo.ts'
import { publishedPaper } from '#server/settings/published.ts'

type Context = { params: Promise<{ key: string }> }

const ALWAYS = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" }
/** The address names the content, so a browser keeps it; a shared cache asks again. */
const PUBLIC = 'public, max-age=31536000, s-maxage=300, immutable'

/** A logo: for everybody while the paper has it, else for whoever is signed in. Unknown and not yet public look the same. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { key } = await params
  const isLive = (await publishedPaper()).look?.logo?.key === key
  const file = isLive || (await currentActor()) !== null ? await logoFile(key) : null
  if (file === null) return new Response('Not found', { status: 404, headers: { ...ALWAYS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
  return new Response(file.stream(), {
    headers: { ...ALWAYS, 'content-type': 'image/png', 'content-length': String(file.size), 'cache-control': isLive ? PUBLIC : 'private, no-store', etag: `"${key}"`, ...(isLive ? { 'cross-origin-resource-policy': 'cross-origin' } : {}) },
  })
}
