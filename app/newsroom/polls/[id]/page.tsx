import { NotHere } from '#components/newsroom/forbidden.tsx'
import { PollBadge, PollFigures } from '#components/newsroom/polls/poll-figures.tsx'
import { PollForm } from '#components/newsroom/polls/poll-form.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { pollById } from '#server/polls/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { changePollAction, closePollAction } from '../actions.ts'

export default async function PollDeskPage({ params }: { params: Promise<{ id: string }> }) {
  const [{ id }, actor] = [await params, await requireActor()]
  const [poll, { timeZone }] = await Promise.all([/^[0-9a-f-]{36}$/.test(id) ? pollById(actor, id) : null, paperSettings(actor)])
  if (poll === null) return <NotHere />
  return (
    <>
      <title>{`${poll.question} · Newsroom`}</title>
      <PageHeader title={poll.question} lead={`By ${poll.by}. Put it into a story with “/poll” in its text.`} action={<PollBadge state={poll.state} />} />
      <section aria-label="Figures" className="mb-8">
        <PollFigures figures={poll.figures} />
      </section>
      {poll.may.change && (
        <section aria-labelledby="change" className="mb-8">
          <h2 id="change" className="mb-3 font-serif text-xl font-semibold">
            Change it
          </h2>
          <p className="mb-3 text-sm text-soft">Until a story with it is in review, or the first vote.</p>
          <PollForm action={changePollAction} submit="Save the poll" timeZone={timeZone} poll={poll} />
        </section>
      )}
      {poll.may.keep && (
        <section aria-labelledby="close">
          <h2 id="close" className="mb-3 font-serif text-xl font-semibold">
            Close it for good
          </h2>
          <ActionForm action={closePollAction} submit="Close the poll" tone="button-danger">
            <input type="hidden" name="pollId" value={poll.id} />
            <input type="hidden" name="version" value={poll.version} />
          </ActionForm>
        </section>
      )}
    </>
  )
}
