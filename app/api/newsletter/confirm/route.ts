import { linkTokenSchema } from '#domain/staff.ts'
import { confirm } from '#server/newsletter/readers.ts'
import { goTo, sentForm } from '../../reader-form.ts'

/** Whoever has the link of the mail confirms, by the button of its page: programs that look into mails press none. */
export async function POST(request: Request): Promise<Response> {
  const form = await sentForm(request, 1_024)
  if (form instanceof Response) return form
  const token = linkTokenSchema.safeParse(form.of('token'))
  return goTo(`/newsletter?done=${token.success && (await confirm(token.data)) ? 'confirmed' : 'over'}`)
}
