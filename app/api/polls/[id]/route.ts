import { wordsOf } from '#domain/words/words.ts'
import { figuresAnswer } from '#server/polls/answer.ts'
import { publishedPoll } from '#server/polls/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

/** The figures of a poll, for a browser that has voted in it (`?receipt=`), or for everybody once it is closed. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const view = await publishedPoll(id, new URL(request.url).searchParams.get('receipt') ?? '')
  const figures = view === null ? null : figuresAnswer(view, wordsOf((await publishedPaper()).language).polls, { voted: false })
  return figures === null ? Response.json({}, { status: 404, headers: { 'cache-control': 'no-store' } }) : Response.json({ figures }, { headers: { 'cache-control': 'no-store' } })
}
