import { CheckList } from '#components/newsroom/check-list.tsx'
import { CopydeskReviewList } from '#components/newsroom/copydesk/copydesk-review.tsx'
import { NotHere } from '#components/newsroom/forbidden.tsx'
import { RevisionNotes } from '#components/newsroom/notes/revision-notes.client.tsx'
import { StoryActions } from '#components/newsroom/story-actions.tsx'
import { StoryTabs } from '#components/newsroom/story-tabs.tsx'
import { TimingNotice } from '#components/newsroom/timing/timing-notice.tsx'
import { WithdrawalNotice } from '#components/newsroom/withdrawal-notice.tsx'
import { Story } from '#components/story/story.tsx'
import { Changes } from '#components/ui/changes.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { copydeskReview } from '#server/copydesk/summaries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { changesForReviewer } from '#server/stories/history.ts'
import { peopleToMention } from '#server/stories/mentions.ts'
import { previewOf } from '#server/stories/preview.ts'
import { newsroomStory } from '#server/stories/queries.ts'
import { dismissFindingForm } from '../copydesk-actions.ts'
import { MOVE_ACTIONS } from '../moves.ts'
import { notesFor } from '../notes.ts'
import { TIMING_ACTIONS } from '../schedule/timing-actions.ts'

export default async function ReviewPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const story = await newsroomStory(actor, (await params).id)
  if (story === null) return <NotHere />
  const [paper, view, changed, people, copydesk] = await Promise.all([paperSettings(actor), previewOf(actor, story), changesForReviewer(actor, story), peopleToMention(actor), copydeskReview(actor, story.id)])
  if (view === null) return <NotHere />
  return (
    <>
      <title>{`Review: ${story.headline} · Newsroom`}</title>
      <StoryTabs story={story} page="review" />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <section id="revision" aria-label="The story as readers will see it" className="min-w-0 rounded-md border border-rule bg-paper p-4 sm:p-8">
          <Story story={view} timeZone={paper.timeZone} />
        </section>
        <div className="flex min-w-0 flex-col gap-6 max-lg:contents">
          <aside aria-label="What to decide" className="flex flex-col gap-5 max-lg:order-first">
            <WithdrawalNotice story={story} timeZone={paper.timeZone} />
            <StoryActions story={story} checks={story.checks} actions={MOVE_ACTIONS} />
            <TimingNotice story={story} actions={TIMING_ACTIONS} />
            <CheckList checks={story.checks} storyId={story.id} />
            {copydesk !== null && <CopydeskReviewList review={copydesk} storyId={story.id} dismiss={story.may.dismissFinding === true ? dismissFindingForm : null} />}
            {changed !== null && (
              <details open>
                <summary className="cursor-pointer text-sm font-semibold">What changed {changed.since}</summary>
                <div className="mt-2">
                  <Changes changes={changed.changes} />
                </div>
              </details>
            )}
            <p className="text-sm text-soft">
              Revision {story.revisionNumber}, saved by {story.savedBy}
            </p>
          </aside>
          <RevisionNotes
            notes={story.notes}
            desk={{ storyId: story.id, revisionId: story.revisionId, userId: actor.userId, people, ...notesFor(story.may), timeZone: paper.timeZone }}
            shownIn="revision"
          />
        </div>
      </div>
    </>
  )
}
