import { SIGNED_OUT } from '#domain/policy.ts'
import type { Problem } from '#domain/result.ts'
import { tooManyTries } from '#domain/staff.ts'
import { currentActor } from '#server/auth/actor.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { keepLogo } from '#server/look/logo.ts'
import { takeUpload } from '#server/media/upload-limit.ts'
import { withFile } from '../../media/receive-file.ts'

const NO_STORE = { 'cache-control': 'private, no-store' }
const LIMIT = { bytes: 5 * 1024 * 1024, tooLarge: 'This file is larger than 5 MB. Make it smaller and upload that.' }

function refused(status: number, problems: Problem[], headers: Record<string, string> = {}): Response {
  return Response.json({ ok: false, problems }, { status, headers: { ...NO_STORE, ...headers } })
}

/** Keeps a picture that can be chosen as the logo: multipart, field `file`; PNG, JPEG or WebP up to 5 MB. Answers its key and size. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return refused(403, [{ field: 'logo', message: 'This upload did not come from the newsroom.' }])
  const actor = await currentActor()
  if (actor === null) return refused(401, [{ message: SIGNED_OUT }])
  const wait = await takeUpload(actor.userId)
  if (wait > 0) return refused(429, [{ field: 'logo', message: tooManyTries(wait) }], { 'retry-after': String(wait) })
  const received = await withFile(request, (file) => keepLogo(actor, file), LIMIT)
  if (!received.ok) return refused(received.status, [{ field: 'logo', message: received.message }], received.wait === undefined ? {} : { 'retry-after': String(received.wait) })
  const { result } = received
  return result.ok ? Response.json(result, { status: 201, headers: NO_STORE }) : refused(result.status, result.problems)
}
