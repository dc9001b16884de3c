import { SIGNED_OUT } from '#domain/policy.ts'
import { currentActor } from '#server/auth/actor.ts'

const NO_STORE = { 'cache-control': 'private, no-store' }

/**
 * Who is signed in in this browser: an open editor asks before it sends what was typed in it. A stable address, so that
 * an editor that is open since yesterday can still ask after an upgrade.
 */
export async function GET(): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return Response.json({ ok: false, problems: [{ message: SIGNED_OUT }] }, { status: 401, headers: NO_STORE })
  return Response.json({ userId: actor.userId, name: actor.name }, { headers: NO_STORE })
}
