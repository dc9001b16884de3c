import { NotHere } from '#components/newsroom/forbidden.tsx'
import { StoryTabs } from '#components/newsroom/story-tabs.tsx'
import { TimingForms } from '#components/newsroom/timing/timing-forms.tsx'
import { TimingNotice } from '#components/newsroom/timing/timing-notice.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { timeNow } from '#server/clock.ts'
import { paperDay } from '#server/settings/paper-day.ts'
import { newsroomStory } from '#server/stories/queries.ts'
import { TIMING_ACTIONS } from './timing-actions.ts'

export default async function SchedulePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const story = await newsroomStory(actor, (await params).id)
  if (story === null) return <NotHere />
  const { today } = await paperDay(timeNow())
  return (
    <>
      <title>{`Schedule: ${story.headline || 'Story without a headline'} · Newsroom`}</title>
      <StoryTabs story={story} page="schedule" />
      <h1 className="sr-only">Schedule: {story.headline || 'story without a headline'}</h1>
      <div className="mb-8 max-w-prose">
        <TimingNotice story={story} actions={TIMING_ACTIONS} onItsPage />
      </div>
      <TimingForms story={{ ...story, mayNote: story.may.publishCorrection }} actions={TIMING_ACTIONS} today={today} />
    </>
  )
}
