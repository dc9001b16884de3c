import { wordsOf } from '#domain/words/words.ts'
import { publishedPoll } from '#server/polls/published.ts'
import { isReceipt } from '#server/polls/receipt.ts'
import { ticketFor } from '#server/polls/tickets.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { backFrom } from '../../vote/back-from.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The receipt that the page of the results bears in its address, where that page of ours asks; null: somebody else does. */
function receiptOfPage(referer: string | null, poll: string): string | null {
  if (referer === null || !URL.canParse(referer)) return null
  const { pathname, searchParams } = new URL(referer)
  const receipt = searchParams.get('receipt') ?? ''
  return pathname === `/polls/${poll}` && isReceipt(poll, receipt) ? receipt : null
}

/**
 * Where the ballot leads without script: to a page made for this visitor, with the answer that they chose and the ticket of one vote. The page of the results asks for the same
 * addresses, unseen, and gets an answer that the browser keeps: from then on its own memory says here that it has voted, the same words as to everybody, and we are not asked (docs/decisions/0032).
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const option = new URL(request.url).searchParams.get('option') ?? ''
  const to = (asked: Record<string, string>) => new Response(null, { status: 303, headers: { 'cache-control': 'no-store', location: `/polls/${UUID.test(id) ? id : '-'}?${new URLSearchParams(asked).toString()}` } })
  const referer = request.headers.get('referer')
  const receipt = receiptOfPage(referer, id)
  if (receipt !== null) return voted(`/polls/${id}?${new URLSearchParams({ receipt, voted: 'before' }).toString()}`)
  const poll = await publishedPoll(id, '')
  if (poll === null || poll.state !== 'open') return to({ problem: 'notOpen', ...backFrom(referer) })
  return poll.options.some((one) => one.id === option) ? to({ option, ticket: ticketFor(id), ...backFrom(referer) }) : to({ problem: 'choose', ...backFrom(referer) })
}

/** Leads on to the results. A whole page, and no redirect: whoever asks for it unseen is not to have the results made for nobody. */
async function voted(path: string): Promise<Response> {
  const { language } = await publishedPaper()
  const { polls } = wordsOf(language)
  const href = path.replaceAll('&', '&amp;')
  const html = `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${polls.poll}</title><meta http-equiv="refresh" content="0;url=${href}"></head><body><p>${polls.before} <a href="${href}">${polls.results}</a></p></body></html>`
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, max-age=31536000, immutable', 'x-robots-tag': 'noindex' } })
}
