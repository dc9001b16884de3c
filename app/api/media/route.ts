import { after } from 'next/server'
import { SIGNED_OUT } from '#domain/policy.ts'
import type { Problem } from '#domain/result.ts'
import { tooManyTries } from '#domain/staff.ts'
import { currentActor } from '#server/auth/actor.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { expireFromRoute } from '#server/cache-edge.ts'
import { processPendingMedia } from '#server/media/processing.ts'
import { takeUpload } from '#server/media/upload-limit.ts'
import { uploadMedia } from '#server/media/upload.ts'
import { busy, withFile, type NotReceived } from './receive-file.ts'

/** A batch that comes in while the first is in hand; the tick of /api/jobs/run takes what is left. */
const PICTURES_AFTER_UPLOAD = 3

function answer(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
function refused(status: number, message: string, headers: Record<string, string> = {}): Response {
  const problems: Problem[] = [{ field: 'file', message }]
  return answer(status, { ok: false, problems }, headers)
}

function retryAfter({ wait }: NotReceived): Record<string, string> {
  return wait === undefined ? {} : { 'retry-after': String(wait) }
}

/**
 * Upload of one picture: multipart, field `file`. A route, since a server action takes no more than 1 MB. 201 with the asset and `same`
 * (pictures with the same bytes that were there already); 429 and 503 say in Retry-After when to come again.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return refused(403, 'This upload did not come from the newsroom.')
  const actor = await currentActor()
  if (actor === null) return refused(401, SIGNED_OUT)
  // Whoever is sent away now has used up nothing.
  const full = busy()
  if (full !== null) return refused(full.status, full.message, retryAfter(full))
  const wait = await takeUpload(actor.userId)
  if (wait > 0) return refused(429, tooManyTries(wait), { 'retry-after': String(wait) })
  const received = await withFile(request, (file) => uploadMedia(actor, file))
  if (!received.ok) return refused(received.status, received.message, retryAfter(received))
  const { result } = received
  if (!result.ok) return answer(result.status, { ok: false, problems: result.problems })
  after(async () => await expireFromRoute((await processPendingMedia(PICTURES_AFTER_UPLOAD)).tags))
  return answer(201, { ok: true, asset: result.asset, same: result.same })
}
