import { PollBadge } from '#components/newsroom/polls/poll-figures.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { pollList } from '#server/polls/queries.ts'

export default async function PollsPage() {
  const polls = await pollList(await requireActor())
  return (
    <>
      <title>Polls · Newsroom</title>
      <PageHeader
        title="Polls"
        lead="Questions to readers. Make one here, then put it into a story: it is approved with the story."
        action={
          <a href="/newsroom/polls/new" className="button button-primary">
            Make a poll
          </a>
        }
      />
      {polls.length === 0 ? (
        <p className="text-soft">No poll has been made yet.</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {polls.map(({ id, question, state, figures, by }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
              <div className="min-w-0 flex-1 basis-72">
                <a href={`/newsroom/polls/${id}`} className="font-serif text-lg font-semibold break-words hover:underline">
                  {question}
                </a>
                <p className="text-sm text-soft">{by}</p>
              </div>
              <PollBadge state={state} />
              <p className="text-sm tabular-nums">{figures.total === 1 ? '1 vote' : `${figures.total} votes`}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
