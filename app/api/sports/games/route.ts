import { SIGNED_OUT } from '#domain/policy.ts'
import { gameDay, teamName } from '#domain/sports/words.ts'
import { currentActor } from '#server/auth/actor.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { gameChoices } from '#server/sports/queries.ts'

const MAX_QUERY = 100
const NO_STORE = { 'cache-control': 'private, no-store' }

/** Games for the block of a story: by words of their teams (`?q=`), or one by id (`?id=`). */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return Response.json({ ok: false, problems: [{ message: SIGNED_OUT }] }, { status: 401, headers: NO_STORE })
  const asked = new URL(request.url).searchParams
  const id = asked.get('id')
  if (id !== null && !/^[0-9a-f-]{36}$/.test(id)) return Response.json({ found: [] }, { headers: NO_STORE })
  const [games, { timeZone }] = await Promise.all([gameChoices(actor, id === null ? { query: (asked.get('q') ?? '').slice(0, MAX_QUERY) } : { id }), paperSettings(actor)])
  const found = games.map((game) => ({
    id: game.id,
    label: `${game.team.shortName} – ${game.opponents.join(', ')}`,
    detail: `${teamName(game.team, 'en')}, ${gameDay(game, timeZone, 'en', { long: true })}`,
    note: game.played ? '' : 'No result yet',
  }))
  return Response.json({ found }, { headers: NO_STORE })
}
