import { addressIn } from '#server/auth/client-address.ts'
import { calendarFeed } from '#server/calendar/feed.ts'
import { feedOwner } from '#server/calendar/feed-address.ts'

const PRIVATE = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex' }

/** The newsroom's calendar for a calendar program, at a private address. A wrong or ended address is a plain 404. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const owner = await feedOwner((await params).token, addressIn(request.headers))
  if (owner === null) return new Response('There is no such calendar.\n', { status: 404, headers: { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8' } })
  if ('wait' in owner) return new Response('Too many requests.\n', { status: 429, headers: { ...PRIVATE, 'retry-after': String(owner.wait), 'content-type': 'text/plain; charset=utf-8' } })
  return new Response(await calendarFeed(owner.actor, new Date()), {
    headers: { ...PRIVATE, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="newsroom.ics"' },
  })
}
