import { randomBytes } from 'node:crypto'
import type { Problem } from '#domain/result.ts'
import { tooManyTries } from '#domain/staff.ts'
import { storable } from '#domain/storable.ts'
import { referenceOf, requestFormSchema } from '#domain/takedown-policy.ts'
import { problemsOf } from '#server/action.ts'
import { addressIn } from '#server/auth/client-address.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { addressKey, takeTry } from '#server/auth/rate-limit.ts'
import { expireFromRoute } from '#server/cache-edge.ts'
import { keepDraft } from '#server/reader-forms/drafts.ts'
import { receiveRequest } from '#server/requests/receive.ts'
import { readForm } from '../../read-form.ts'
import { goTo, refusedForm } from '../../reader-form.ts'

/** All fields at their longest, four bytes a letter, percent-encoded. */
const MOST_BYTES = 96 * 1024

const sent = (reference: string) => goTo(`/corrections/request/sent?reference=${reference}`)

/** Takes the public form, without a sign-in, a cookie or a script. What is not right goes back with every word in it. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return refusedForm(403)
  const form = await readForm(request, MOST_BYTES)
  if (typeof form === 'number') return refusedForm(form)
  const owner = addressKey(addressIn(request.headers))
  const of = (name: string) => storable(form.get(name) ?? '')
  // A program filled it in. It is answered as a person would be, and nothing is stored.
  if (of('website') !== '') return sent(referenceOf(randomBytes(8)))
  const values = { story: of('story'), ground: of('ground'), problem: of('problem'), wish: of('wish'), name: of('name'), email: of('email') }
  const back = (problems: Problem[]) => goTo(`/corrections/request?draft=${keepDraft(owner, { values, problems }, new Date())}`)
  const seconds = await takeTry('request-address', owner)
  if (seconds > 0) return back([{ message: tooManyTries(seconds) }])
  const parsed = requestFormSchema.safeParse(values)
  if (!parsed.success) return back(problemsOf(parsed.error))
  const result = await receiveRequest(parsed.data)
  if (!result.ok) return back(result.problems)
  await expireFromRoute(result.tags)
  return sent(result.reference)
}
