import { tipFormSchema } from '#domain/letters/letter.ts'
import { receiveTip } from '#server/letters/receive.ts'
import { takeReaderTry } from '#server/reader-forms/limits.ts'
import { fieldProblems, goTo, sentForm } from '../reader-form.ts'

const MOST_BYTES = 80 * 1024
const FIELDS = ['text', 'email'] as const

/** Takes a tip. What tells who sent it is looked at for the limit alone, in memory, and kept nowhere. */
export async function POST(request: Request): Promise<Response> {
  const form = await sentForm(request, MOST_BYTES)
  if (form instanceof Response) return form
  const { of, trapped, client, back } = form
  if (trapped) return goTo('/tips?done=sent')
  if ((await takeReaderTry('letter-form', client, new Date())) > 0) return back('/tips', FIELDS, [{ message: 'tooMany' }])
  const parsed = tipFormSchema.safeParse({ text: of('text').replaceAll('\r\n', '\n'), email: of('email') })
  if (!parsed.success) return back('/tips', FIELDS, fieldProblems(parsed.error))
  await receiveTip(parsed.data)
  return goTo('/tips?done=sent')
}
