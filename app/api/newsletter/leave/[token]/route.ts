import { wordsOf } from '#domain/words/words.ts'
import { leave } from '#server/newsletter/readers.ts'
import { paperInThisEpoch } from '#server/settings/read-paper.ts'
import { readForm } from '../../../read-form.ts'
import { goTo } from '../../../reader-form.ts'

type Context = { params: Promise<{ token: string }> }

/**
 * Takes a reader off the list: by a mail program, with its one click and no cookie (RFC 8058, which asks for no other page), or by the button of our page. The secret in
 * the address is all that it takes.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  await leave((await params).token)
  const form = await readForm(request, 4_096)
  if (typeof form !== 'number' && form.get('from') === 'page') return goTo('/newsletter?done=left')
  const { newsletter } = wordsOf((await paperInThisEpoch()).language)
  return new Response(`${newsletter.leftTitle}. ${newsletter.left}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
}

/** Opened in a browser, it leads to the page with the button: nothing is changed by looking. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return goTo(`/newsletter/leave/${encodeURIComponent((await params).token)}`)
}
