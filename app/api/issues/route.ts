import { MAX_ISSUE_BYTES } from '#domain/print/limits.ts'
import { tooManyTries } from '#domain/staff.ts'
import { currentActor } from '#server/auth/actor.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { expireFromRoute } from '#server/cache-edge.ts'
import { takeUpload } from '#server/media/upload-limit.ts'
import { processGate } from '#server/media/gate.ts'
import { uploadIssue } from '#server/print/upload.ts'
import { withFile } from '../media/receive-file.ts'

const LIMIT = { bytes: MAX_ISSUE_BYTES, tooLarge: 'This PDF is larger than 50 MB. Export it with smaller pictures, and upload that.' }
/** A file lies in memory until it is on the disk: one at once. */
const oneAtATime = processGate('receiving-issues', 1)

/** On to a page by a new request; what went wrong is said there. */
function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
}
const back = (problem: string) => goTo(`/newsroom/issues?problem=${encodeURIComponent(problem)}`)

/** Takes the PDF of a printed issue: the form of /newsroom/issues, multipart, field `file`. A route, since a server action takes no more than 3 MB. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return new Response('This upload did not come from the newsroom.\n', { status: 403, headers: { 'cache-control': 'no-store' } })
  const actor = await currentActor()
  if (actor === null) return goTo('/sign-in?callbackUrl=/newsroom/issues')
  const wait = await takeUpload(actor.userId)
  if (wait > 0) return back(tooManyTries(wait))
  const received = await oneAtATime(() => withFile(request, (file) => uploadIssue(actor, file), LIMIT))
  if (!received.ok) return back(received.message)
  const { result } = received
  if (!result.ok) return back(result.problems.map(({ message }) => message).join(' '))
  await expireFromRoute(result.tags)
  return goTo(`/newsroom/issues/${result.issueId}`)
}
