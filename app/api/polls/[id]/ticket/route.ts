import { publishedPoll } from '#server/polls/published.ts'
import { ticketFor } from '#server/polls/tickets.ts'

/** The ticket of one vote, for <fp-poll>: the ballot itself is the same for everybody. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const isOpen = (await publishedPoll(id, ''))?.state === 'open'
  return Response.json(isOpen ? { ticket: ticketFor(id) } : {}, { status: isOpen ? 200 : 404, headers: { 'cache-control': 'no-store' } })
}
