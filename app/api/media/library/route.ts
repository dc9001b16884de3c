import { libraryQuerySchema } from '#domain/media-library.ts'
import { SIGNED_OUT } from '#domain/policy.ts'
import { storableDeep } from '#domain/storable.ts'
import { currentActor } from '#server/auth/actor.ts'
import { libraryPage } from '#server/media/library.ts'

const NO_STORE = { 'cache-control': 'private, no-store' }

/** One page of the media library for a dialog (`?q=words&cursor=…`, all filters of the library): items, next and total. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return Response.json({ ok: false, problems: [{ message: SIGNED_OUT }] }, { status: 401, headers: NO_STORE })
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return Response.json(await libraryPage(actor, libraryQuerySchema.parse(storableDeep(asked))), { headers: NO_STORE })
}
