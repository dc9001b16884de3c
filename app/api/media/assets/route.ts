import { currentActor } from '#server/auth/actor.ts'
import { SIGNED_OUT } from '#domain/policy.ts'
import { newsroomAssets } from '#server/media/queries.ts'

const MAX_IDS = 50
const NO_STORE = { 'cache-control': 'private, no-store' }

/** How pictures stand, by id (`?ids=a,b`): the newsroom asks while they are being prepared. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return Response.json({ ok: false, problems: [{ message: SIGNED_OUT }] }, { status: 401, headers: NO_STORE })
  const ids = (new URL(request.url).searchParams.get('ids') ?? '').split(',').filter((id) => id !== '')
  if (ids.length > MAX_IDS) return Response.json({ ok: false, problems: [{ message: `Ask for at most ${MAX_IDS} pictures.` }] }, { status: 422, headers: NO_STORE })
  return Response.json({ assets: Object.values(await newsroomAssets(actor, ids)) }, { headers: NO_STORE })
}
