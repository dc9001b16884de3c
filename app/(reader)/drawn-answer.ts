import type { Drawn } from '#server/look/published.ts'

/** For addresses that name their content: browsers keep it; a shared cache asks again, so that a withdrawn picture does not live on there. */
export const NAMED = 'public, max-age=31536000, s-maxage=300, immutable'
/** For addresses that stay while the picture changes. */
export const ASKED_ABOUT = 'public, max-age=0, must-revalidate'

const plain = (status: number, text: string, headers: Record<string, string>) => new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers } })

/** A drawn picture as an answer. */
export function drawnAnswer(drawn: Drawn, type: string, cacheControl: string): Response {
  switch (drawn.kind) {
    case 'none':
      return plain(404, 'There is nothing here.', {})
    case 'busy':
      return plain(503, 'Try again in a moment.', { 'retry-after': '3' })
    case 'moved':
      return plain(302, 'It is at another address now.', { location: drawn.path })
    case 'picture':
      return new Response(drawn.bytes, { headers: { 'content-type': type, 'cache-control': cacheControl, 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin' } })
  }
}
