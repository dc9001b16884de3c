import { commentFormSchema } from '#domain/comments/comment.ts'
import { storyAddress } from '#domain/takedown-policy.ts'
import { receiveComment } from '#server/comments/receive.ts'
import { takeReaderTry } from '#server/reader-forms/limits.ts'
import { fieldProblems, goTo, sentForm } from '../reader-form.ts'

const MOST_BYTES = 32 * 1024
const FIELDS = ['text', 'name', 'email'] as const

/** Takes a comment, without a sign-in, a cookie or a script. It waits for the newsroom. */
export async function POST(request: Request): Promise<Response> {
  const form = await sentForm(request, MOST_BYTES)
  if (form instanceof Response) return form
  const { of, trapped, client, back } = form
  const address = storyAddress(of('story'))
  const story = address === null ? '' : `/${address.sectionSlug}/${address.slug}`
  const page = `/comments/send?story=${story}`
  if (trapped) return goTo(`${page}&done=sent`)
  if ((await takeReaderTry('comment-form', client, new Date())) > 0) return back(page, FIELDS, [{ message: 'tooMany' }])
  const parsed = commentFormSchema.safeParse({ name: of('name'), email: of('email'), text: of('text').replaceAll('\r\n', '\n') })
  if (!parsed.success) return back(page, FIELDS, fieldProblems(parsed.error))
  return goTo((await receiveComment(story, parsed.data)) ? `${page}&done=sent` : page)
}
