import { letterFormSchema } from '#domain/letters/letter.ts'
import { receiveLetter } from '#server/letters/receive.ts'
import { takeReaderTry } from '#server/reader-forms/limits.ts'
import { fieldProblems, goTo, sentForm } from '../reader-form.ts'

/** All fields at their longest, four bytes a letter, percent-encoded. */
const MOST_BYTES = 80 * 1024
const FIELDS = ['text', 'name', 'email', 'consent'] as const

/** Takes a letter to the editor, without a sign-in, a cookie or a script. */
export async function POST(request: Request): Promise<Response> {
  const form = await sentForm(request, MOST_BYTES)
  if (form instanceof Response) return form
  const { of, trapped, client, back } = form
  if (trapped) return goTo('/letters?done=sent')
  if ((await takeReaderTry('letter-form', client, new Date())) > 0) return back('/letters', FIELDS, [{ message: 'tooMany' }])
  const parsed = letterFormSchema.safeParse({ text: of('text').replaceAll('\r\n', '\n'), name: of('name'), email: of('email'), consent: of('consent') })
  if (!parsed.success) return back('/letters', FIELDS, fieldProblems(parsed.error))
  await receiveLetter(parsed.data)
  return goTo('/letters?done=sent')
}
