import { signUpSchema } from '#domain/newsletter/sign-up.ts'
import { signUp } from '#server/newsletter/readers.ts'
import { takeReaderTry } from '#server/reader-forms/limits.ts'
import { goTo, sentForm } from '../reader-form.ts'

const MOST_BYTES = 4 * 1024
const FIELDS = ['email', 'weekly', 'breaking'] as const

/** Takes the form to sign up. The answer is the same whether an address is known, new, or had its mails for today. */
export async function POST(request: Request): Promise<Response> {
  const form = await sentForm(request, MOST_BYTES)
  if (form instanceof Response) return form
  const { of, trapped, client, back } = form
  const sent = goTo('/newsletter?done=sent')
  if (trapped) return sent
  // Problems are named; the page says them in the paper's language.
  const wrong = (field: string) => back('/newsletter', FIELDS, [{ field, message: field }])
  if ((await takeReaderTry('newsletter-form', client, new Date())) > 0) return back('/newsletter', FIELDS, [{ message: 'tooMany' }])
  const parsed = signUpSchema.safeParse({ email: of('email'), weekly: of('weekly'), breaking: of('breaking') })
  if (!parsed.success) return wrong('email')
  if (!parsed.data.weekly && !parsed.data.breaking) return wrong('what')
  if ((await takeReaderTry('newsletter-confirm', parsed.data.email, new Date())) === 0) await signUp(parsed.data)
  return sent
}
