import { tooManyTries } from '#domain/staff.ts'
import { currentActor } from '#server/auth/actor.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { takeUpload } from '#server/media/upload-limit.ts'
import { addAd } from '#server/support/upload.ts'
import { withFile } from '../media/receive-file.ts'

/** On to a page by a new request; what went wrong is said there. */
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}
const back = (problem: string) => goTo(`/newsroom/settings/support?problem=${encodeURIComponent(problem)}`)

/** Takes the picture of an advertisement: the form of /newsroom/settings/support, multipart, field `file`. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response('This upload did not come from the newsroom.\n', { status: 403, headers: { 'cache-control': 'no-store' } })
  const actor = await currentActor()
  if (actor === null) return goTo('/sign-in?callbackUrl=/newsroom/settings/support')
  const wait = await takeUpload(actor.userId)
  if (wait > 0) return back(tooManyTries(wait))
  const received = await withFile(request, (file) => addAd(actor, file))
  if (!received.ok) return back(received.message)
  const { result } = received
  return result.ok ? goTo(`/newsroom/settings/support#ad-${result.adId}`) : back(result.problems.map(({ message }) => message).join(' '))
}
