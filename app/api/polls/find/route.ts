import { SIGNED_OUT } from '#domain/policy.ts'
import { currentActor } from '#server/auth/actor.ts'
import { findPolls, pollById } from '#server/polls/queries.ts'

const MAX_QUERY = 100
const NO_STORE = { 'cache-control': 'private, no-store' }

/** Polls for the block of a story: by words of the question (`?q=`), or one by id (`?id=`). */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return Response.json({ ok: false, problems: [{ message: SIGNED_OUT }] }, { status: 401, headers: NO_STORE })
  const asked = new URL(request.url).searchParams
  const id = asked.get('id')
  const query = (asked.get('q') ?? '').slice(0, MAX_QUERY)
  const found = id === null ? await findPolls(actor, query) : /^[0-9a-f-]{36}$/.test(id) ? [await pollById(actor, id)] : []
  const polls = found.flatMap((poll) => (poll === null ? [] : [{ id: poll.id, label: poll.question, detail: poll.options.join(' · '), note: poll.state === 'closed' ? 'Closed' : '' }]))
  return Response.json({ found: polls }, { headers: NO_STORE })
}
