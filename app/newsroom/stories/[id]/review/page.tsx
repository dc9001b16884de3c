import { CheckList } from '#components/newsroom/check-list.tsx'
import { CopydeskReviewList } from '#components/newsroom/copydesk/copydesk-review.tsx'
import { CorrectionsPanel } from '#components/newsroom/corrections/corrections-panel.tsx'
import { NotHere } from '#components/newsroom/forbidden.tsx'
import { RevisionNotes } from '#components/newsroom/notes/revision-notes.client.tsx'
import { OptOutReview } from '#components/newsroom/people/opt-out-review.tsx'
import { CommentForm } from '#components/newsroom/review/comment-form.tsx'
import { Decisions } from '#components/newsroom/review/decisions.tsx'
import { HoldClock } from '#components/newsroom/review/hold-clock.tsx'
import { ReviewReading } from '#components/newsroom/review/review-keys.client.tsx'
import { RiskChecklist } from '#components/newsroom/review/risk-checklist.tsx'
import { StoryActions } from '#components/newsroom/story-actions.tsx'
import { StoryTabs } from '#components/newsroom/story-tabs.tsx'
import { TimingNotice } from '#components/newsroom/timing/timing-notice.tsx'
import { WithdrawalNotice } from '#components/newsroom/withdrawal-notice.tsx'
import { Story } from '#components/story/story.tsx'
import { Changes } from '#components/ui/changes.tsx'
import { isAdviser } from '#domain/people.ts'
import { DECISIONS } from '#domain/workflow.ts'
import { requireActor } from '#server/auth/actor.ts'
import { notesFor } from '../notes.ts'
import { dismissFindingForm } from '../copydesk-actions.ts'
import { addCorrectionAction, declineCorrectionAction, proposeCorrectionAction, publishCorrectionAction } from '../correction-actions.ts'
import { MOVE_ACTIONS } from '../moves.ts'
import { allowNamedAction, answerObjectionAction, commentAction, endAllowanceAction, objectAction, riskChecklistAction } from '../review-actions.ts'
import { TIMING_ACTIONS } from '../schedule/timing-actions.ts'
import { readForReview } from './read.ts'

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const read = await readForReview(actor, (await params).id)
  if (read === null) return <NotHere />
  const { story, paper, view, changed, people, copydesk, review, corrections, named } = read
  const { timeZone } = paper
  return (
    <>
      <title>{`Review: ${story.headline} · Newsroom`}</title>
      <StoryTabs story={story} page="review" />
      <div className="grid gap-8 max-lg:pb-36 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <ReviewReading
          story={
            <section id="revision" aria-label="The story as readers will see it" className="min-w-0 rounded-md border border-rule bg-paper p-4 sm:p-8">
              <Story story={view} timeZone={timeZone} language={paper.language} />
            </section>
          }
          changed={changed === null ? null : { since: changed.since, list: <Changes changes={changed.changes} /> }}
        />
        <div className="flex min-w-0 flex-col gap-6 max-lg:contents">
          <aside aria-label="What to decide" className="flex flex-col gap-5 max-lg:order-first">
            <WithdrawalNotice story={story} timeZone={timeZone} />
            <HoldClock hold={review.hold} policy={story.policy} timeZone={timeZone} />
            <div className={DECISIONS.some((move) => story.may[move] === true) ? 'decision-bar' : undefined}>
              <StoryActions story={story} checks={story.checks} actions={MOVE_ACTIONS} byAdviser={isAdviser(actor.role)} />
              {story.may.comment === true && story.policy !== 'ADVISER_APPROVES' && <CommentForm story={story} action={commentAction} />}
            </div>
            <TimingNotice story={story} actions={TIMING_ACTIONS} />
            <CheckList checks={story.checks} storyId={story.id} />
            <OptOutReview storyId={story.id} people={named} mayAllow={story.may.allowNamed} allow={allowNamedAction} end={endAllowanceAction} timeZone={timeZone} />
            <RiskChecklist
              storyId={story.id}
              revisionId={story.revisionId}
              last={review.risk}
              required={review.riskRequired}
              mayFill={story.may.fillRiskChecklist === true}
              fill={riskChecklistAction}
              timeZone={timeZone}
            />
            {copydesk !== null && <CopydeskReviewList review={copydesk} storyId={story.id} dismiss={story.may.dismissFinding === true ? dismissFindingForm : null} />}
            <Decisions
              decisions={review.decisions}
              desk={{ timeZone, mayObject: story.may.object === true, mayAnswer: story.may.answerObjection === true, object: objectAction, answer: answerObjectionAction }}
            />
            <CorrectionsPanel
              corrections={corrections}
              desk={{
                story,
                timeZone,
                mayPropose: story.may.proposeCorrection === true,
                mayPublish: story.may.publishCorrection === true,
                actions: { propose: proposeCorrectionAction, add: addCorrectionAction, publish: publishCorrectionAction, decline: declineCorrectionAction },
              }}
            />
            <p className="text-sm text-soft">
              Revision {story.revisionNumber}, saved by {story.savedBy}
            </p>
          </aside>
          <RevisionNotes
            notes={story.notes}
            desk={{ storyId: story.id, revisionId: story.revisionId, userId: actor.userId, people, ...notesFor(story.may), timeZone }}
            shownIn="revision"
          />
        </div>
      </div>
    </>
  )
}
