import { voteSchema } from '#domain/polls/poll.ts'
import { wordsOf } from '#domain/words/words.ts'
import { addressIn } from '#server/auth/client-address.ts'
import { isFromOurPages } from '#server/auth/origin.ts'
import { takeQuickTry } from '#server/auth/rate-limit.ts'
import { figuresAnswer } from '#server/polls/answer.ts'
import { vote } from '#server/polls/commands.ts'
import { publishedPoll } from '#server/polls/published.ts'
import { receiptOf, voterKey } from '#server/polls/receipt.ts'
import { withTicket } from '#server/polls/tickets.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { readForm } from '../../read-form.ts'
import { backFrom, isStoryPath } from './back-from.ts'

const MOST_BYTES = 2_048
const NO_STORE = { 'cache-control': 'no-store' }
type Trouble = 'choose' | 'notOpen' | 'missing' | 'tooMany' | 'failed'
const STATUS: Record<Trouble, number> = { choose: 422, notOpen: 409, missing: 404, tooMany: 429, failed: 400 }
const isTrouble = (text: string): text is Trouble => Object.hasOwn(STATUS, text)

/** A text that may be the id of a poll, and so part of an address. */
const idIn = (text: string | null) => (text !== null && /^[0-9a-f-]{36}$/.test(text) ? text : null)

/** Takes a vote, by the form of the page made for it or by <fp-poll>, each with its ticket, without a sign-in or a cookie. */
export async function POST(request: Request): Promise<Response> {
  const isScript = request.headers.get('accept')?.includes('application/json') === true
  const words = wordsOf((await publishedPaper()).language).polls
  let back = backFrom(request.headers.get('referer'))
  const refused = (trouble: Trouble, poll: string | null): Response => {
    if (isScript) return Response.json({ problem: words[trouble] }, { status: STATUS[trouble], headers: NO_STORE })
    if (poll === null) return new Response(`${words[trouble]}\n`, { status: STATUS[trouble], headers: { ...NO_STORE, 'content-type': 'text/plain; charset=utf-8' } })
    return new Response(null, { status: 303, headers: { ...NO_STORE, location: `/polls/${poll}?${new URLSearchParams({ problem: trouble, ...back }).toString()}` } })
  }
  if (!isFromOurPages(request.headers)) return refused('failed', null)
  const form = await readForm(request, MOST_BYTES)
  if (typeof form === 'number') return refused('failed', null)
  const poll = idIn(form.get('poll'))
  // A page of ours that was made for one vote says it, since that is no story.
  const said = form.get('back') ?? ''
  if (isStoryPath(said)) back = { back: said }
  const parsed = voteSchema.safeParse({ poll, option: form.get('option') })
  if (!parsed.success || poll === null) return refused(poll === null ? 'missing' : 'choose', poll)
  if ((await takeQuickTry('poll-vote', voterKey(addressIn(request.headers), poll))) > 0) return refused('tooMany', poll)
  // A program filled in every field: it is thanked as a person would be, and not counted.
  const ballot = parsed.data
  const result = (form.get('website') ?? '') === '' ? await withTicket(poll, form.get('ticket') ?? '', () => vote(ballot)) : { ok: true as const }
  if (result === 'none') return refused('choose', poll)
  // Sent once more: it was counted, and is not counted again.
  const again = result === 'used'
  if (!again && !result.ok) {
    const reason = result.problems[0]?.message ?? ''
    return refused(isTrouble(reason) ? reason : 'failed', poll)
  }
  const receipt = receiptOf(poll)
  if (!isScript) return new Response(null, { status: 303, headers: { ...NO_STORE, location: `/polls/${poll}?${new URLSearchParams({ receipt, ...(again ? { voted: 'before' } : {}), ...back }).toString()}` } })
  const view = await publishedPoll(poll, receipt)
  return Response.json({ receipt, figures: view === null ? undefined : (figuresAnswer(view, words, { voted: true }) ?? undefined) }, { headers: NO_STORE })
}
