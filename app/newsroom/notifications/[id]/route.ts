import { requireActor } from '#server/auth/actor.ts'
import { openNotification } from '#server/notifications/commands.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Opens one of one's own notifications, from the list or from a mail: it is read from then on, and leads to its place. A GET, since doing it
 * again changes nothing, and since nobody else can: a scanner that follows the links of a mail is not signed in.
 */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireActor()
  const { id } = await params
  const place = UUID.test(id) ? await openNotification(actor, id) : null
  return new Response(null, { status: 303, headers: { location: place ?? '/newsroom/notifications', 'cache-control': 'private, no-store' } })
}
