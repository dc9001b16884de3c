import { FEED_FILES, type FeedFormat, type FeedOf } from '#domain/feeds/addresses.ts'
import { publishedFeed } from '#server/feeds/published.ts'
import { siteOrigin } from './site-url.ts'

// As with pages: whoever keeps it asks each time whether it still stands, and is told in a few bytes (scripts/serve/send-whole.ts).
const ASKED_ABOUT = 'public, max-age=0, must-revalidate'

/** A text of the paper for machines, or the plain 404 of one that there is none of. */
export function machineAnswer(text: string | null, type: string): Response {
  if (text === null) return new Response('There is nothing here.\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': ASKED_ABOUT } })
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': ASKED_ABOUT } })
}

/** A feed of the paper. */
export async function feedAnswer(of: FeedOf, format: FeedFormat): Promise<Response> {
  return machineAnswer(await publishedFeed(of, format, siteOrigin()), FEED_FILES[format].type)
}
