import { z } from 'zod'
import { SIGNED_OUT } from '#domain/policy.ts'
import { reviveStorable } from '#domain/storable.ts'
import { draftSaveSchema } from '#domain/story.ts'
import type { Problem } from '#domain/result.ts'
import { problemsOf } from '#server/action.ts'
import { currentActor } from '#server/auth/actor.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { expireFromRoute } from '#server/cache-edge.ts'
import { storyForEditor } from '#server/stories/queries.ts'
import { saveDraft } from '#server/stories/save.ts'
import { readLimited } from './read-limited.ts'

const MAX_SAVE_BYTES = 2 * 1024 * 1024
type Context = { params: Promise<{ id: string }> }

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
function refused(status: number, ...problems: Problem[]): Response {
  return answer(status, { ok: false, problems })
}

/** Autosave: a stable address, so that an editor that is open since yesterday still saves after an upgrade. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  if (!isFromOurPages(request.headers)) return refused(403, { message: 'This save did not come from the newsroom.' })
  const actor = await currentActor()
  if (actor === null) return refused(401, { message: SIGNED_OUT })
  const { id } = await params
  if (!z.uuid().safeParse(id).success) return refused(404, { message: 'There is no such story.' })
  if (!/^application\/json(\s*;|$)/i.test(request.headers.get('content-type') ?? '')) return refused(415, { message: 'Send the story as JSON.' })
  const text = await readLimited(request, MAX_SAVE_BYTES)
  if (text === null) return refused(413, { field: 'body', message: 'The story is too long to be saved.' })
  const parsed = draftSaveSchema.safeParse(jsonOr(text, null))
  if (!parsed.success) return refused(422, ...problemsOf(parsed.error))
  const result = await saveDraft(actor, { storyId: id, ...parsed.data })
  if ('stale' in result) return answer(409, { ok: false, problems: result.problems, ...result.stale, stale: true })
  // A refusal without a field comes from the policy: this person cannot change this story now.
  if (!result.ok) return refused(result.problems.some(({ field }) => field !== undefined) ? 422 : 403, ...result.problems)
  const { tags, ...saved } = result
  expireFromRoute(tags)
  return answer(200, saved)
}

/** The saved story as it stands now, for an editor that was overtaken. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  if (actor === null) return refused(401, { message: SIGNED_OUT })
  const { id } = await params
  const story = z.uuid().safeParse(id).success ? await storyForEditor(actor, id) : null
  if (story === null) return refused(404, { message: 'There is no such story.' })
  return answer(200, { version: story.version, content: story.content, savedBy: story.savedBy, savedAt: story.savedAt })
}

function jsonOr(text: string, fallback: null): unknown {
  try {
    return JSON.parse(text, reviveStorable)
  } catch {
    return fallback
  }
}
