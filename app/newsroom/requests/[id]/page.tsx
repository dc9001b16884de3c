import { NotHere } from '#components/newsroom/forbidden.tsx'
import { Asked } from '#components/newsroom/requests/asked.tsx'
import { DecideForm } from '#components/newsroom/requests/decide-form.client.tsx'
import { DecisionView } from '#components/newsroom/requests/decision-view.tsx'
import { Votes } from '#components/newsroom/requests/votes.tsx'
import { Story } from '#components/story/story.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { OUTCOMES } from '#domain/takedown-policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { requestPage } from '#server/requests/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { decideRequestAction, showToSearchAction, voteAction } from '../actions.ts'

export default async function RequestPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [paper, request] = await Promise.all([paperSettings(actor), requestPage(actor, (await params).id)])
  if (request === null) return <NotHere />
  const { story, may, decision, email, mail } = request
  const { timeZone } = paper
  const mayDecide = OUTCOMES.some((outcome) => may.decide[outcome] === true)
  return (
    <>
      <title>{`Request ${request.reference} · Newsroom`}</title>
      <PageHeader
        title={`Request about “${story.headline || 'a story without a headline'}”`}
        action={
          <a href={`/newsroom/stories/${story.id}/review`} className="button">
            The story in the newsroom
          </a>
        }
      />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-6 lg:order-last">
          <Asked request={request} timeZone={timeZone} />
          {decision !== null && <DecisionView request={request} decision={decision} showToSearch={showToSearchAction} timeZone={timeZone} />}
          <Votes requestId={request.id} votes={request.votes} open={decision === null} may={may.vote} vote={voteAction} timeZone={timeZone} />
          {decision === null && (
            <section aria-labelledby="decide" className="flex flex-col gap-3">
              <h2 id="decide" className="font-semibold">
                Decision
              </h2>
              {mayDecide ? (
                <DecideForm requestId={request.id} revisionId={story.liveRevisionId} may={may.decide} signers={story.signers} reply={email === null ? 'nobody' : mail ? 'mailed' : 'copied'} action={decideRequestAction} />
              ) : (
                <p className="text-sm text-soft">An adviser decides. Your vote is what you propose.</p>
              )}
            </section>
          )}
        </div>
        <section aria-label="The story as readers see it" className="min-w-0 rounded-md border border-rule bg-paper p-4 sm:p-8">
          {story.hidden && <p className="mb-3 text-sm font-semibold">Search engines are asked not to list it.</p>}
          {story.view === null ? <p>Readers do not see this story: it was withdrawn.</p> : <Story story={story.view} timeZone={timeZone} language={paper.language} />}
        </section>
      </div>
    </>
  )
}
