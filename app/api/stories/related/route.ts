import { SIGNED_OUT } from '#domain/policy.ts'
import { currentActor } from '#server/auth/actor.ts'
import { findRelated, relatedLine } from '#server/stories/related-search.ts'

const MAX_QUERY = 100
const NO_STORE = { 'cache-control': 'private, no-store' }

/** Stories for the card of another story: by words of the headline (`?q=`), or one by id (`?id=`). */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return Response.json({ ok: false, problems: [{ message: SIGNED_OUT }] }, { status: 401, headers: NO_STORE })
  const asked = new URL(request.url).searchParams
  const query = asked.get('q') ?? ''
  if (query.length > MAX_QUERY) return Response.json({ ok: false, problems: [{ message: `Look for at most ${MAX_QUERY} characters.` }] }, { status: 422, headers: NO_STORE })
  const id = asked.get('id')
  return Response.json({ stories: id === null ? await findRelated(actor, query) : await relatedLine(actor, id) }, { headers: NO_STORE })
}
